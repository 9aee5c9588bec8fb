import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutDetails } from './errors.ts';
import { framesOf, sourceOf, writeFrames } from './stack.ts';
import { templateOf } from './template.ts';

const origin = 'https://shop.example.com';

for (const [message, told] of [
  ["Cannot read properties of undefined (reading 'name')", "Cannot read properties of undefined (reading 'name')"],
  ['Unexpected token \'M\', "Maria Solberg" is not valid JSON', 'Unexpected token …, … is not valid JSON'],
  ['Unexpected token \'M\', "Maria" is not valid JSON', 'Unexpected token …, … is not valid JSON'],
  ['nobody is called "Maria"', 'nobody is called …'],
  [
    "Failed to execute 'append' on 'Node': it is not of type 'Node'.",
    "Failed to execute 'append' on 'Node': it is not of type 'Node'.",
  ],
  ['can\'t access property "name", x is undefined', 'can\'t access property "name", x is undefined'],
  ['no cart for maria@example.com', 'no cart for …'],
  ['order 4711 of 17', 'order # of #'],
  ['GET https://shop.example.com/orders/4711?mail=maria failed', 'GET … failed'],
] as const)
  test(`“${message}” is told without what somebody typed`, () => assert.equal(withoutDetails(message), told));

test('a stack keeps the frames that are ours, in the words of every browser', () => {
  const chromium = `TypeError: x
    at step (${origin}/assets/abc/shop.js:64:11)
    at async ${origin}/assets/abc/shop.js?v=1:9:3
    at chrome-extension://abc/content.js:1:1
    at https://elsewhere.example.com/x.js:1:1`;
  assert.equal(writeFrames(framesOf(chromium, origin)), 'step (/assets/abc/shop.js:64:11)\n(/assets/abc/shop.js:9:3)');
  const firefox = `step@${origin}/assets/abc/shop.js:64:11\n@${origin}/assets/abc/shop.js:9:3\n`;
  assert.deepEqual(
    framesOf(firefox, origin).map(({ line }) => line),
    [64, 9],
  );
  assert.equal(framesOf(`at x (${origin}/a.js:1:1)\n`.repeat(30), origin).length, 10);
});

test('only scripts of the page itself are ours', () => {
  assert.equal(sourceOf(`${origin}/a.js`, origin), '/a.js');
  for (const url of [`${origin}/`, 'https://shop.example.com.evil.example/a.js', 'blob:x', ''])
    assert.equal(sourceOf(url, origin), undefined);
});

for (const [path, template] of [
  ['/', '/'],
  ['/products/17', '/products/:id'],
  ['/orders/D-2024-7?mail=x#y', '/orders/:id'],
  ['/people/maria@example.com', '/people/:id'],
  [`/${'x'.repeat(60)}`, '/:id'],
] as const)
  test(`${path} is told as ${template}`, () => assert.equal(templateOf(path), template));

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedAttributes, plain } from './allowed-attributes.ts';

for (const [text, told] of [
  ['click link /cart', 'click link /cart'],
  ['/shop?search=secret#x', '/shop'],
  ['a (maria@example.com) b', 'a (…) b'],
  ['maria@example.com and "ole@example.com"', '… and "…"'],
  ['@', '…'],
] as const)
  test(`“${text}” is told as “${told}”`, () => assert.equal(plain(text), told));

test('a message keeps its question marks and loses its addresses', () => {
  assert.deepEqual(allowedAttributes({ 'exception.message': 'who is maria@example.com?', 'user.name': 'Maria' }), {
    'exception.message': 'who is …',
  });
});

test('no text is longer than what pages send', () => {
  const long = 'x'.repeat(5000);
  const told = allowedAttributes({ 'octo.page': long, 'exception.message': long, 'exception.stacktrace': long });
  assert.deepEqual(
    Object.values(told).map((text) => String(text).length),
    [200, 200, 2000],
  );
});

test('a word without end is read once, not again from each of its letters', () => {
  // The other way takes an hour of this.
  assert.equal(plain(`@ ${'a'.repeat(2_000_000)}`).length, 200);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLogQuery } from './log-query.ts';

const text = (text: string, isNot = false) => ({ kind: 'text', text, isNot });
const field = (name: string, text: string, isNot = false) => ({ kind: 'field', name, text, isNot });

for (const [q, ...terms] of [
  [''],
  ['order placed', text('order'), text('placed')],
  ['"order placed" -"is late" -warm', text('order placed'), text('is late', true), text('warm', true)],
  ['"never closed', text('never closed')],
  ['error.code=orders.out_of_stock', field('error.code', 'orders.out_of_stock')],
  ['event.name=security.* error.code!=*', field('event.name', 'security.*'), field('error.code', '*', true)],
  ['body="two words" next', field('body', 'two words'), text('next')],
  ['url=/a?b=c', field('url', '/a?b=c')],
  ['duration_ms>2000', { kind: 'compare', name: 'duration_ms', operator: '>', number: 2000 }],
  ['duration_ms<=0.5', { kind: 'compare', name: 'duration_ms', operator: '<=', number: 0.5 }],
  ['a>b', text('a>b')],
  ['https://host/?a=b', text('https://host/?a=b')],
  ['= 100% -', text('='), text('100%'), text('-')],
] as const)
  test(`${q || 'nothing'} asks for ${terms.length}`, () => assert.deepEqual(parseLogQuery(q), terms));

test('no more than twenty things are asked for', () => {
  assert.equal(parseLogQuery('word '.repeat(50)).length, 20);
});

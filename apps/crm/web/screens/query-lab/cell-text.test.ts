import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatLocalInstant } from '@octo/ui/format.ts';
import { cellText, isNumeric } from './cell-text.ts';

const at = '2026-01-02T03:04:05.678Z';
const cases: [value: unknown, text: string][] = [
  [null, '–'],
  [undefined, '–'],
  [0, '0'],
  [1234567.5, '1,234,567.5'],
  ['', ''],
  ['on_hold', 'on_hold'],
  [at, formatLocalInstant(at)],
  ['2026-01-02', '2026-01-02'],
  [true, 'true'],
  [{ a: [1] }, '{"a":[1]}'],
];

for (const [value, text] of cases)
  test(`${JSON.stringify(value)} reads ${JSON.stringify(text)}`, () => assert.equal(cellText(value), text));

test('a column of numbers may have gaps, and is none without a number', () => {
  assert.ok(isNumeric([1, null, 2.5]));
  assert.ok(!isNumeric([1, '2']));
  assert.ok(!isNumeric([null, undefined]));
  assert.ok(!isNumeric([]));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesBetween } from './index.ts';

const noon = new Date('2026-01-02T12:00:00.000Z');
const row = { name: 'Drone', price: 100, note: null as string | null, isActive: true, createdAt: noon };

const cases = [
  { what: 'one field', after: { ...row, price: 120 }, changes: { before: { price: 100 }, after: { price: 120 } } },
  {
    what: 'several fields',
    after: { ...row, name: 'Kite', isActive: false },
    changes: { before: { name: 'Drone', isActive: true }, after: { name: 'Kite', isActive: false } },
  },
  {
    what: 'a value that was missing',
    after: { ...row, note: 'new' },
    changes: { before: { note: null }, after: { note: 'new' } },
  },
  { what: 'nothing', after: { ...row }, changes: undefined },
  { what: 'the same instant', after: { ...row, createdAt: new Date(noon) }, changes: undefined },
  {
    what: 'another instant',
    after: { ...row, createdAt: new Date(0) },
    changes: { before: { createdAt: noon }, after: { createdAt: new Date(0) } },
  },
];
for (const { what, after, changes } of cases) {
  test(`finds what differs: ${what}`, () => assert.deepEqual(changesBetween(row, after), changes));
}

test('a field that was not there before was null, and one that is not named now is left out', () => {
  const before: { a: number; b?: number } = { a: 1 };
  assert.deepEqual(changesBetween(before, { a: 1, b: 2 }), { before: { b: null }, after: { b: 2 } });
  assert.equal(changesBetween({ a: 1, b: 2 }, { a: 1 } as { a: number; b?: number }), undefined);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { centsFromDecimal, decimalFromCents, dollarsFromCents } from './cents.ts';

test('reads amounts as the database writes them', () => {
  const cases: [string, number][] = [
    ['0', 0],
    ['0.00', 0],
    ['19.95', 1995],
    ['179', 17900],
    ['629.5', 62950],
    ['629.5000', 62950],
    ['-2.01', -201],
    ['9999999999.99', 999999999999],
  ];
  for (const [decimal, cents] of cases) assert.equal(centsFromDecimal(decimal), cents);
});

test('refuses what is not an amount with two places', () => {
  for (const text of ['', '1,5', '1.234', '1e3', 'NaN', '.5', '99999999999999999999']) {
    assert.throws(() => centsFromDecimal(text), RangeError, text);
  }
  for (const cents of [0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])
    assert.throws(() => decimalFromCents(cents), RangeError);
});

test('survives the round trip through the database and through JSON for every amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (cents) => {
      assert.equal(centsFromDecimal(decimalFromCents(cents)), cents);
      assert.equal(Math.round(JSON.parse(JSON.stringify(dollarsFromCents(cents))) * 100), cents);
    }),
  );
});

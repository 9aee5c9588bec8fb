import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { centsFromDecimal, centsFromDollars, decimalFromCents, dollarsFromCents } from './cents.ts';

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

test('reads the amounts that JSON carries exactly, where multiplying by a hundred would not', () => {
  const cases: [number, number][] = [
    [0, 0],
    [-0, 0],
    [0.07, 7],
    [1.1, 110],
    [4.35, 435],
    [1.005e2, 10050],
    [-2.01, -201],
    [999_999.99, 99_999_999],
    [1e6, 100_000_000],
  ];
  for (const [dollars, cents] of cases) assert.equal(centsFromDollars(dollars), cents, String(dollars));
  fc.assert(
    fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (cents) => {
      assert.equal(centsFromDollars(dollarsFromCents(cents)), cents);
    }),
  );
});

test('reads no cents out of an amount with a third place, nor out of what is no amount', () => {
  for (const dollars of [12.345, 0.001, 0.1 + 0.2, 1e-7, 1e21, Number.NaN, Number.POSITIVE_INFINITY])
    assert.equal(centsFromDollars(dollars), undefined, String(dollars));
});

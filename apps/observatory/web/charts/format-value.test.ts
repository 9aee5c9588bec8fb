import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatTick, formatValue } from './format-value.ts';

test('a value is read out with its unit', () => {
  assert.equal(formatValue(38.24, 'ms'), '38.2 ms');
  assert.equal(formatValue(0.0382, 's'), '38.2 ms');
  assert.equal(formatValue(0.125, 'percent'), '13%');
  assert.equal(formatValue(4.25, 'perMinute'), '4.25/min');
  assert.equal(formatValue(0.5, 'perSecond'), '0.5/s');
  assert.equal(formatValue(1_400_000, 'bytes'), '1.4 MB');
  assert.equal(formatValue(1299.5, 'money'), '$1,299.50');
  assert.equal(formatValue(52_190, 'count'), '52,190');
  assert.equal(formatValue(0.333333, 'none'), '0.3333');
});

test('an axis tells the same in little space', () => {
  assert.equal(formatTick(0, 'ms'), '0');
  assert.equal(formatTick(40, 'ms'), '40 ms');
  assert.equal(formatTick(0.0025, 's'), '2.5 ms');
  assert.equal(formatTick(1.5, 's'), '1.5 s');
  assert.equal(formatTick(120, 's'), '2 min');
  assert.equal(formatTick(12_400, 'money'), '$12.4K');
  assert.equal(formatTick(1200, 'perSecond'), '1.2K/s');
  assert.equal(formatTick(52_000, 'count'), '52K');
});

test('a number that is too long to be read is told by its power', () => {
  assert.equal(formatValue(1e308, 'count'), '1E308');
  assert.equal(formatValue(-2.5e20, 'bytes'), '-2.5E20');
  assert.equal(formatTick(1e300, 's'), '1E300');
});

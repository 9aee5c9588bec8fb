import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCount, formatInstant, formatMoney, formatQuantity } from './format.ts';

test('money has separators and two places, whatever the wire number', () => {
  assert.equal(formatMoney(52000), '$52,000.00');
  assert.equal(formatMoney(19.95), '$19.95');
  assert.equal(formatMoney(0), '$0.00');
  assert.equal(formatMoney(499.99, 'EUR'), '€499.99');
});

test('an instant names its zone', () => {
  assert.equal(formatInstant('2026-11-21T20:15:00Z'), 'Nov 21, 2026, 8:15 PM UTC');
  assert.equal(formatInstant('2026-11-21T22:15:00+02:00'), 'Nov 21, 2026, 8:15 PM UTC');
});

test('text that is no instant is shown as it came', () => {
  assert.equal(formatInstant('yesterday'), 'yesterday');
});

test('counts and their nouns agree', () => {
  assert.equal(formatCount(5219), '5,219');
  assert.equal(formatQuantity(1, 'item'), '1 item');
  assert.equal(formatQuantity(0, 'item'), '0 items');
  assert.equal(formatQuantity(1200, 'battery', 'batteries'), '1,200 batteries');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatBytes,
  formatClock,
  formatCount,
  formatDuration,
  formatHour,
  formatInstant,
  formatLocalInstant,
  formatMilliseconds,
  formatMoney,
  formatQuantity,
  formatRelative,
  formatShare,
  formatShortMoney,
} from './format.ts';

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

test('a chart has short numbers', () => {
  assert.equal(formatShortMoney(1_200_000), '$1.2M');
  assert.equal(formatShortMoney(49, 'EUR'), '€49');
});

test('an instant to the second names the zone of the reader', () => {
  assert.equal(formatLocalInstant('2026-11-21T20:15:30Z', 'Europe/Berlin'), 'Nov 21, 2026, 9:15:30 PM GMT+1');
  assert.equal(formatLocalInstant('soon'), 'soon');
});

const nowMs = Date.parse('2026-11-21T20:15:30Z');

for (const [instant, expected] of [
  ['2026-11-21T20:15:29Z', 'just now'],
  ['2026-11-21T20:15:33Z', 'just now'],
  ['2026-11-21T20:16:00Z', 'in a moment'],
  ['2026-11-21T20:14:30Z', '1 min ago'],
  ['2026-11-21T19:16:00Z', '59 min ago'],
  ['2026-11-21T20:45:30Z', 'in 30 min'],
  ['2026-11-21T18:00:00Z', '2 h ago'],
  ['2026-11-20T18:00:00Z', 'yesterday'],
  ['2026-11-22T22:00:00Z', 'tomorrow'],
  ['2026-11-18T18:00:00Z', '3 days ago'],
  ['2026-11-11T23:30:00Z', 'Nov 12, 2026'],
  ['never', 'never'],
] as const)
  test(`${instant} is told as “${expected}”`, () => {
    assert.equal(formatRelative(instant, nowMs, 'Europe/Berlin'), expected);
  });

test('an hour of an axis is that of the reader', () => {
  assert.equal(formatHour('2026-11-21T20:00:00Z', 'Europe/Berlin'), '9 PM');
  assert.equal(formatHour('2026-11-21T23:00:00Z', 'Europe/Berlin'), '12 AM');
});

test('a wait is told in its two largest units', () => {
  const cases = [0, 1, 59, 60, 252, 3600, 7500, 90_000, -3, 0.2].map(formatDuration);
  assert.deepEqual(cases, ['0 s', '1 s', '59 s', '1 min', '4 min 12 s', '1 h', '2 h 5 min', '25 h', '0 s', '1 s']);
});

test('a short time has as many digits as say something', () => {
  const cases = [0, 0.05, 0.4, 1, 5.678, 12.34, 250.4, 1000, 1240, 60_000, 252_000].map(formatMilliseconds);
  const expected = [
    '0 ms',
    '0.05 ms',
    '0.40 ms',
    '1 ms',
    '5.68 ms',
    '12.3 ms',
    '250 ms',
    '1 s',
    '1.24 s',
    '1 min',
    '4 min 12 s',
  ];
  assert.deepEqual(cases, expected);
});

test('a share is never called nothing when there is something', () => {
  assert.deepEqual([0, 0.0004, 0.004, 0.05, 0.123, 1].map(formatShare), ['0%', '<0.1%', '0.4%', '5%', '12%', '100%']);
});

test('data is told in the unit that fits', () => {
  assert.deepEqual([0, 812, 1_400, 3_090_008, 536_870_912].map(formatBytes), [
    '0 B',
    '812 B',
    '1.4 kB',
    '3.1 MB',
    '537 MB',
  ]);
});

test('the time of a log line is told to the millisecond', () => {
  assert.equal(formatClock('2026-11-21T20:15:30.042Z', 'Europe/Berlin'), '21:15:30.042');
  assert.equal(formatClock('2026-11-21T23:00:00.000Z', 'Europe/Berlin'), '00:00:00.000');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoOf, msBetween, nanoOf } from './nano.ts';

test('nanoseconds are read without losing any', () => {
  assert.equal(isoOf('1795317600123456789'), '2026-11-22T03:20:00.123Z');
  assert.equal(msBetween('1795317600000000001', '1795317600001500001'), 1.5);
  assert.equal(msBetween('1795317600001500001', '1795317600000000001'), -1.5);
});

test('an instant comes back as it went', () => {
  assert.equal(isoOf(nanoOf(Date.UTC(2026, 10, 22))), '2026-11-22T00:00:00.000Z');
});

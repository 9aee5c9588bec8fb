import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoursUntil } from './hours.ts';

test('24 hours of the clock end with the one under way, without gaps', () => {
  const { from, until, starts } = hoursUntil(new Date('2026-01-02T03:04:05.678Z'));
  assert.deepEqual([from, until], [new Date('2026-01-01T04:00:00Z'), new Date('2026-01-02T04:00:00Z')]);
  assert.deepEqual([starts.length, starts[0], starts[23]], [24, from, new Date('2026-01-02T03:00:00Z')]);
  assert.equal(new Set(starts.map((hour) => hour.getUTCHours())).size, 24);
});

test('an hour that begins this very moment is the last one', () => {
  const { starts } = hoursUntil(new Date('2026-01-02T03:00:00.000Z'));
  assert.deepEqual(starts.at(-1), new Date('2026-01-02T03:00:00Z'));
});

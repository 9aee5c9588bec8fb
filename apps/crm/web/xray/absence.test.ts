import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absenceWords, isOlderThanKept, mayStillCome } from './absence.ts';

test('what is not shown says why', () => {
  assert.match(absenceWords('none', 'spans'), /heard of none/);
  assert.match(absenceWords('none', 'spans', true), /older than the observatory keeps/);
  assert.match(absenceWords('expired', 'spans'), /older than the observatory keeps/);
  assert.match(absenceWords('away', 'spans'), /does not answer/);
  assert.match(absenceWords('refused', 'spans'), /OBSERVATORY_TOKEN/);
  assert.match(absenceWords('not_configured', 'spans'), /was not told where/);
});

test('a trace is older than what is kept when it began before that, and only when both are known', () => {
  const [early, late] = ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'];
  assert.equal(isOlderThanKept(early, late), true);
  assert.equal(isOlderThanKept(late, early), false);
  assert.equal(isOlderThanKept(null, late), false);
  assert.equal(isOlderThanKept(early, null), false);
});

test('the spans of work that was just done may still come, not those of what was long ago or is there', () => {
  const at = '2026-01-02T00:00:00Z';
  const none = { state: 'none', kept_since: '2026-01-01T00:00:00Z' } as const;
  const soon = Date.parse(at) + 5_000;
  assert.equal(mayStillCome(none, at, soon), true);
  assert.equal(mayStillCome(none, null, soon), true);
  assert.equal(mayStillCome(none, at, soon + 3_600_000), false);
  assert.equal(mayStillCome({ ...none, kept_since: '2026-01-03T00:00:00Z' }, at, soon), false);
  assert.equal(mayStillCome({ ...none, state: 'found' }, at, soon), false);
});

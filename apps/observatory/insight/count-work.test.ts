import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StatementTotals } from '@octo/platform/database/insight/insight.ts';
import fc from 'fast-check';
import { totalsOf } from '../testing/scripted-database.ts';
import { addUp, costliest, countWork, type StatementWork, type TotalsLook } from './count-work.ts';

const noon = Date.UTC(2026, 5, 1, 12);
const minuteMs = 60_000;

function look(minute: number, totals: StatementTotals[], isComplete = true): TotalsLook {
  return { atMs: noon + minute * minuteMs, totals, isComplete };
}

function callsOf(before: TotalsLook | undefined, now: TotalsLook): Record<string, number> | undefined {
  const counted = countWork(before, now);
  return counted && Object.fromEntries(counted.work.map(({ statementId, calls }) => [statementId, calls]));
}

const later = new Date(noon + 30_000);

test('what was done lies between two looks, in the minute between them; what did not run is not told', () => {
  const before = look(0, [totalsOf('1', 100), totalsOf('2', 7)]);
  const now = look(1, [totalsOf('1', 103, { blocksRead: 2 }), totalsOf('2', 7)]);
  assert.deepEqual(countWork(before, now), {
    minute: noon / minuteMs,
    work: [{ statementId: '1', calls: 3, elapsedMs: 3, rows: 3, blocksRead: 2, blocksHit: 3 }],
  });
});

test('the first look, one after a gap and one of a clock that was set back tell nothing', () => {
  const totals = [totalsOf('1', 1000)];
  assert.equal(countWork(undefined, look(0, totals)), undefined);
  assert.equal(countWork(look(0, [totalsOf('1', 1)]), look(2, totals)), undefined);
  assert.equal(countWork(look(3, [totalsOf('1', 1)]), look(2, totals)), undefined);
});

for (const [story, before, now, expected] of [
  [
    'figures that were reset in between count from there',
    [totalsOf('1', 900)],
    [totalsOf('1', 5, { since: later })],
    5,
  ],
  ['also when they are larger again', [totalsOf('1', 900)], [totalsOf('1', 950, { since: later })], 950],
  [
    'figures that go down, and nobody says since when they count, are left out',
    [totalsOf('1', 900, { since: null })],
    [totalsOf('1', 600, { since: null })],
    undefined,
  ],
  [
    'so is what an older part of the memory says after the newer one has left it',
    [totalsOf('1', 900, { since: new Date(noon - 5000) })],
    [totalsOf('1', 600, { since: new Date(noon - 3_600_000) })],
    undefined,
  ],
  ['a new statement counts whole', [], [totalsOf('1', 3, { since: later })], 3],
  ['one that was hidden before does not', [], [totalsOf('1', 1_000_000)], undefined],
  ['nor are figures of before the reset ever taken away', [totalsOf('1', 5)], [], undefined],
] as const)
  test(story, () => {
    assert.equal(callsOf(look(0, [...before]), look(1, [...now]))?.['1'], expected);
  });

test('where the engine does not say since when it counts, a newcomer is new only if all were told before', () => {
  const now = look(1, [totalsOf('1', 40, { since: null })]);
  assert.deepEqual(callsOf(look(0, []), now), { '1': 40 });
  assert.deepEqual(callsOf(look(0, [], false), now), {});
});

/** A minute of a database: what is run, and then perhaps a reset or a statement that leaves the memory. */
const happenings = fc.array(
  fc.record({
    runs: fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 1000 })), { maxLength: 8 }),
    reset: fc.boolean(),
    evicted: fc.option(fc.integer({ min: 0, max: 5 })),
  }),
  { maxLength: 30 },
);

test('whatever is reset or leaves the memory: never more than was done, never less than nothing; all of it when nothing is', () => {
  fc.assert(
    fc.property(happenings, fc.boolean(), fc.boolean(), (minutes, isCalm, tellsSince) => {
      const memory = new Map<number, { calls: number; sinceMs: number }>();
      const total = () =>
        [...memory].map(([id, { calls, sinceMs }]) =>
          totalsOf(String(id), calls, { since: tellsSince ? new Date(sinceMs) : null }),
        );
      let before = look(0, total());
      for (const [index, { runs, reset, evicted }] of minutes.entries()) {
        const beganMs = noon + index * minuteMs;
        if (!isCalm && reset) memory.clear();
        if (!isCalm && evicted !== null) memory.delete(evicted);
        const done = new Map<string, number>();
        for (const [id, calls] of runs) {
          const known = memory.get(id) ?? { calls: 0, sinceMs: beganMs + 1000 };
          memory.set(id, { ...known, calls: known.calls + calls });
          done.set(String(id), (done.get(String(id)) ?? 0) + calls);
        }
        const now = look(index + 1, total());
        const counted = callsOf(before, now) ?? {};
        for (const [id, calls] of Object.entries(counted)) {
          assert.ok(calls > 0);
          assert.ok(calls <= (done.get(id) ?? 0), `${id}: ${calls} of ${done.get(id)}`);
        }
        if (isCalm) assert.deepEqual(counted, Object.fromEntries(done));
        before = now;
      }
    }),
  );
});

test('the costliest and the others together are all of it', () => {
  const work = fc.record({
    statementId: fc.string(),
    calls: fc.nat(),
    elapsedMs: fc.nat(),
    rows: fc.nat(),
    blocksRead: fc.nat(),
    blocksHit: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array<StatementWork>(work), fc.integer({ min: 1, max: 10 }), (all, most) => {
      const { listed, other } = costliest(all, most);
      assert.ok(listed.length <= most);
      assert.deepEqual(addUp([...listed, ...(other ? [other] : [])]), addUp(all));
      const cheapest = Math.min(...listed.map(({ elapsedMs }) => elapsedMs));
      assert.ok(all.filter(({ elapsedMs }) => elapsedMs > cheapest).length < most, 'no other cost more');
    }),
  );
});

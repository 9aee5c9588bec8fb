import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AlarmState } from '../store/alarms/alarm-records.ts';
import { nextState } from './next-state.ts';
import type { Verdict } from './readings.ts';

const outcomes = { m: 'met', u: 'unmet', n: 'no_data', x: 'unknown' } as const;

/** The states that follow from outcomes, one each ten seconds. */
function statesOf(letters: string, forMs: number): string[] {
  let state: AlarmState | undefined;
  const seen: string[] = [];
  for (const [at, letter] of [...letters].entries()) {
    const outcome = outcomes[letter as keyof typeof outcomes];
    const verdict: Verdict = { outcome, value: 1, readings: [] };
    const step = nextState(state, verdict, { nowMs: at * 10_000, forMs, clearMs: 30_000 });
    state = step.state;
    seen.push(step.change ?? state.state);
  }
  return seen;
}

for (const [what, letters, forMs, expected] of [
  ['fires at once where it need not hold', 'um', 0, ['ok', 'fired']],
  ['waits until it has held', 'mmm', 20_000, ['pending', 'pending', 'fired']],
  ['forgets what held too shortly', 'mumm', 20_000, ['pending', 'ok', 'pending', 'pending']],
  ['is cleared when nothing was wrong for a while', 'muuu', 0, ['fired', 'firing', 'firing', 'cleared']],
  ['does not come and go', 'mumu', 0, ['fired', 'firing', 'firing', 'firing']],
  ['tells nothing to go by from nothing wrong', 'nun', 0, ['no_data', 'ok', 'no_data']],
  ['is cleared when there is nothing to go by any more', 'mnnn', 0, ['fired', 'firing', 'firing', 'cleared']],
  ['stays as it was while nobody can tell', 'mxxxxx', 0, ['fired', 'firing', 'firing', 'firing', 'firing', 'firing']],
] as const)
  test(`an alarm ${what}`, () => assert.deepEqual(statesOf(letters, forMs), expected));

test('a clock that is set back lets nothing wait, or fire on, until that time comes again', () => {
  const at = (before: AlarmState | undefined, letter: keyof typeof outcomes, nowMs: number) =>
    nextState(before, { outcome: outcomes[letter], value: 1, readings: [] }, { nowMs, forMs: 10_000, clearMs: 30_000 });
  const hourMs = 3_600_000;
  const pending = at(undefined, 'm', hourMs).state;
  const first = at(pending, 'm', 0);
  assert.equal(first.state.state, 'pending');
  const fired = at(first.state, 'm', 10_000);
  assert.equal(fired.change, 'fired');
  const later = at({ ...fired.state, lastMetMs: hourMs }, 'u', 20_000);
  assert.deepEqual([later.state.state, at(later.state, 'u', 50_000).change], ['firing', 'cleared']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver, type Outcome } from './deliver.ts';

const never = new AbortController().signal;

/** What became of it, after which pauses; who waits may close everything meanwhile. */
async function delivered(answers: readonly Outcome[], closing = new AbortController(), closeAtPause = Number.NaN) {
  const pauses: number[] = [];
  let attempts = 0;
  const attempt = async () => answers[attempts++] ?? { result: '503' };
  const wait = async (ms: number) => {
    pauses.push(ms);
    if (pauses.length === closeAtPause) closing.abort();
  };
  const outcome = await deliver(attempt, { closing: closing.signal, ending: never, pauseMs: 1000, wait });
  return { outcome, pauses, attempts };
}

test('a service that says when it wants to be asked again is asked then, within five minutes', async () => {
  const busy = [60_000, 86_400_000].map((retryAfterMs) => ({ result: '429', retryAfterMs }));
  const { outcome, pauses } = await delivered([...busy, { result: 'sent' }]);
  assert.deepEqual([outcome.result, pauses], ['sent', [60_000, 300_000]]);
});

test('pauses grow, half of each is chance, and after the fifth attempt it is given up', async () => {
  const { outcome, pauses, attempts } = await delivered([]);
  assert.deepEqual([outcome, attempts], [{ result: '503' }, 5]);
  for (const [index, longest] of [1000, 2000, 4000, 8000].entries()) {
    const pause = pauses[index] ?? 0;
    assert.ok(pause >= longest / 2 && pause <= longest, String(pause));
  }
});

test('once everything closes there is one more attempt and no pause', async () => {
  const { pauses, attempts } = await delivered([], new AbortController(), 1);
  assert.deepEqual([pauses.length, attempts], [1, 2]);
});

import { setTimeout as sleep } from 'node:timers/promises';
import type { SendResult } from '../otlp/sender.ts';

/** What became of a request: `sent`, or why it was not, as a status or the code of what failed. */
export interface Outcome {
  result: SendResult;
  /** What the service answered. */
  body?: string;
  retryAfterMs?: number;
}

export interface DeliverOptions {
  /** Ends a pause: there is time for one more attempt, and for no pause after it. */
  closing: AbortSignal;
  /** Nothing is tried any more. */
  ending: AbortSignal;
  /** Before the first repetition. */
  pauseMs?: number;
  wait?: (ms: number, closing: AbortSignal) => Promise<unknown>;
}

const mostAttempts = 5;
const longestPauseMs = 300_000;

/** Tries what may pass a few times, further and further apart, or as the service asks. Never throws. */
export async function deliver<O extends Outcome>(
  attempt: () => Promise<O>,
  { closing, ending, pauseMs = 1000, wait = waitFor }: DeliverOptions,
): Promise<O> {
  for (let number = 1; ; number += 1) {
    const isLast = number === mostAttempts || closing.aborted;
    const outcome = await attempt();
    if (isLast || ending.aborted || !mayPass(outcome.result)) return outcome;
    // Half of it is chance: services that fell out of step together do not come back together.
    const ownPauseMs = pauseMs * 2 ** (number - 1) * (0.5 + Math.random() / 2);
    await wait(Math.min(outcome.retryAfterMs ?? ownPauseMs, longestPauseMs), closing);
  }
}

async function waitFor(ms: number, closing: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { ref: false, signal: closing }).catch(() => undefined);
}

/** What the service says of our request stays true; of itself, and of the way to it, it does not. */
function mayPass(result: SendResult): boolean {
  if (result === 'sent' || result === 'sign_in_failed') return false;
  return result === '429' || !/^4\d\d$/.test(result);
}

import { SessionPool, type SessionPoolOptions } from '../session-pool.ts';
import { createSignInPause } from '../sign-in.ts';
import type { RecordingClient } from './recording-client.ts';

/** A pool of eight sessions of a recording driver, whose pauses after a refused sign-in go by a clock of the test's. */
export function openPool(recording: RecordingClient, options: Partial<SessionPoolOptions> = {}) {
  const clock = { nowMs: 0 };
  const pool = new SessionPool({
    load: async () => recording.client,
    signIn: () => ({ user: 'octo_tests' }),
    poolMax: 8,
    connectTimeoutMs: 5000,
    pause: createSignInPause({ nowMs: () => clock.nowMs }),
    ...options,
  });
  return { pool, clock };
}

/** How many sessions signed in, or tried to. */
export function attempts({ calls }: RecordingClient): number {
  return calls.filter(({ call }) => call === 'connect').length;
}

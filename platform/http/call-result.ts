import type { ToldProblem } from './told-problem.ts';

/** Why there is no answer to use. `unavailable`: not tried, because the peer failed too often just now. */
export type CallFailure =
  | { reason: 'unavailable' | 'unreachable' | 'timed_out' }
  | ({ reason: 'status'; status: number } & ToldProblem);

export type CallResult<Body> = { ok: true; body: Body } | { ok: false; failure: CallFailure };

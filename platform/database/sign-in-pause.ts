import type { AppError } from '../errors/app-error.ts';
import { databaseUnavailable } from './unavailable.ts';

export interface SignInPauseOptions {
  /** Whether the database knows us and lets nobody in: a wrong password, a locked account. Being away is something else. */
  isRefusal: (error: unknown) => boolean;
  /** How long nobody tries after a refusal, of which there were so many in a row before. */
  pauseMs: (refusalsBefore: number, refusal: unknown) => number;
  /** What those are told who are put off; that the database is unavailable, when absent. */
  putOff?: (refusal: unknown, retryAfterSeconds: number) => AppError;
  /** Milliseconds of a clock that only runs forward. */
  nowMs?: () => number;
}

/** Pauses that become `growth` times as long each time, up to the longest. */
export function growingPause(firstMs: number, longestMs: number, growth = 2): (before: number) => number {
  return (before) => Math.min(firstMs * growth ** before, longestMs);
}

/** What was let in just now would be let in again: until then sign-ins need not wait for each other. */
const trustMs = 1000;

/**
 * Keeps a refused sign-in from becoming a storm, which fills the log of the server and locks accounts. One goes first, and the others
 * that come meanwhile share its failure; after a refusal everybody is put off at once until the pause is over.
 */
export class SignInPause {
  readonly #options: Required<SignInPauseOptions>;
  #first: Promise<unknown> | undefined;
  #trustedUntilMs = Number.NEGATIVE_INFINITY;
  #pausedUntilMs = Number.NEGATIVE_INFINITY;
  #refusals = 0;
  #refusal: unknown;

  constructor(options: SignInPauseOptions) {
    this.#options = { putOff: databaseUnavailable, nowMs: () => performance.now(), ...options };
  }

  /** Runs `signIn` and throws what it throws, or what `putOff` makes of the last refusal, without asking, while the pause lasts. */
  async attempt<T>(signIn: () => Promise<T>): Promise<T> {
    if (this.#first) await this.#first;
    const nowMs = this.#options.nowMs();
    if (nowMs < this.#pausedUntilMs) throw this.#options.putOff(this.#refusal, (this.#pausedUntilMs - nowMs) / 1000);
    if (nowMs < this.#trustedUntilMs) return await this.#try(signIn);
    const first = this.#try(signIn);
    this.#first = first;
    try {
      return await first;
    } finally {
      this.#first = undefined;
    }
  }

  async #try<T>(signIn: () => Promise<T>): Promise<T> {
    try {
      const session = await signIn();
      this.#refusals = 0;
      this.#trustedUntilMs = this.#options.nowMs() + trustMs;
      return session;
    } catch (error) {
      if (this.#options.isRefusal(error)) this.#pause(error);
      throw error;
    }
  }

  /** Those that were under way together are one refusal. */
  #pause(refusal: unknown): void {
    const { nowMs, pauseMs } = this.#options;
    if (nowMs() < this.#pausedUntilMs) return;
    this.#pausedUntilMs = nowMs() + pauseMs(this.#refusals, refusal);
    this.#trustedUntilMs = Number.NEGATIVE_INFINITY;
    this.#refusals += 1;
    this.#refusal = refusal;
  }
}

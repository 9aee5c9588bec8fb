import { AppError } from '@octo/platform/errors/app-error.ts';
import { describeFailure } from '@octo/platform/telemetry/describe-failure.ts';
import type { Logger } from '@octo/platform/telemetry/logger.ts';

export interface Attempts {
  /** Looks at the database. Undefined when it was away, or does not let us see this; throws what nobody expects. */
  look<T>(work: () => Promise<T>): Promise<T | undefined>;
  isReachable(): boolean;
  /** How long to wait before the next look; longer with every one in vain. */
  pauseMs(): number;
}

const firstPauseMs = 1000;
export const longestPauseMs = 15_000;

/** One line when the database goes and one when it comes back, however long that takes. */
export function createAttempts(logger: Logger): Attempts {
  let failures = 0;
  let hasAnswered = false;

  function answered(): void {
    if (failures > 0) logger.info('the watched database answers again');
    failures = 0;
    hasAnswered = true;
  }

  function failed(error: AppError): void {
    if (failures === 0) logger.warn(describeFailure(error), 'the watched database does not answer');
    failures += 1;
  }

  return {
    async look(work) {
      try {
        const result = await work();
        answered();
        return result;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (isAway(error)) failed(error);
        else answered();
        return undefined;
      }
    },
    isReachable: () => hasAnswered && failures === 0,
    pauseMs: () => Math.min(firstPauseMs * 2 ** Math.max(0, failures - 1), longestPauseMs),
  };
}

/** Otherwise it is there, and keeps something from us. */
function isAway({ kind }: AppError): boolean {
  return kind === 'Unavailable' || kind === 'TimedOut';
}

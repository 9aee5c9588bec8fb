import { AppError } from '../errors/app-error.ts';

const awayMessage = 'The database cannot be reached just now. Please try again in a moment.';

/** The database is away, or lets nobody in. */
export function databaseUnavailable(cause: unknown, retryAfterSeconds = 2): AppError {
  return new AppError('Unavailable', 'database.unavailable', awayMessage, {
    retryAfterSeconds: Math.ceil(retryAfterSeconds),
    cause,
  });
}

/** Until somebody sets something right, no session can be had. Callers are told no more than that, by its code. */
export function databaseMisconfigured(
  cause: unknown,
  { code, advice }: { code: string; advice: string },
  retryAfterSeconds = 30,
): AppError {
  return new AppError('Unavailable', code, awayMessage, {
    retryAfterSeconds: Math.ceil(retryAfterSeconds),
    cause,
    advice,
  });
}

/** The database was lost while it committed: what was to be done may have been done, so nothing repeats it. */
export function databaseOutcomeUnknown(cause: unknown): AppError {
  return new AppError(
    'Unavailable',
    'database.outcome_unknown',
    'The database was lost while it was saving. Please look whether it was done before you try again.',
    { cause },
  );
}

/** The database is there, and did not answer in the time that a statement has. */
export function databaseTimedOut(cause: unknown): AppError {
  return new AppError('TimedOut', 'database.timed_out', 'The database took too long to answer. Please try again.', {
    retryAfterSeconds: 2,
    cause,
  });
}

/** Somebody else holds or changes the same rows. */
export function databaseContended(cause: unknown): AppError {
  return new AppError(
    'Unavailable',
    'database.contention',
    'Too many people want the same thing at this moment. Please try again.',
    { retryAfterSeconds: 1, cause },
  );
}

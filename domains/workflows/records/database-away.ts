import { AppError } from '@octo/platform/errors/app-error.ts';

/** The database cannot be asked, or did not answer in time. */
export function isDatabaseAway(error: unknown): boolean {
  return error instanceof AppError && error.code.startsWith('database.');
}

export const recordedLaterCode = 'workflows.recorded_later';

/** It was done, and nobody can see it yet. */
export function recordedLater(): AppError {
  const message = 'The database cannot be reached just now. What was done is recorded when it is back.';
  return new AppError('Unavailable', recordedLaterCode, message, { retryAfterSeconds: 5 });
}

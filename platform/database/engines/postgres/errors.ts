import { AppError } from '../../../errors/app-error.ts';

const lostConnection = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH']);
const unavailableStates = new Set(['57P01', '57P02', '57P03', '53300', '53400', '25006']);
const lostMessages = /connection terminated|timeout exceeded when trying to connect|not queryable|query read timeout/i;

/** SQLSTATE, or the system's code of a lost connection. */
export function postgresCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error && lostMessages.test(error.message) ? '08006' : 'unknown';
}

/** A unique key refused a row. */
export function isDuplicate(error: unknown): boolean {
  return postgresCode(error) === '23505';
}

export function isConnectionLost(error: unknown): boolean {
  const code = postgresCode(error);
  return code.startsWith('08') || lostConnection.has(code) || unavailableStates.has(code);
}

/** Gives a failure its meaning for callers: the database is away, or was too slow. Everything else stays as it is. */
export function translateError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (isConnectionLost(error)) {
    return new AppError(
      'Unavailable',
      'database.unavailable',
      'The database cannot be reached just now. Please try again in a moment.',
      {
        retryAfterSeconds: 2,
        cause: error,
      },
    );
  }
  if (postgresCode(error) === '57014' || postgresCode(error) === '55P03') {
    return new AppError('TimedOut', 'database.timed_out', 'The database took too long to answer. Please try again.', {
      retryAfterSeconds: 2,
      cause: error,
    });
  }
  return error;
}

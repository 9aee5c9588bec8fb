import { AppError } from '../../../errors/app-error.ts';
import { databaseOutcomeUnknown, databaseTimedOut, databaseUnavailable } from '../../unavailable.ts';

const lostConnection = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH']);
const unavailableStates = new Set(['57P01', '57P02', '57P03', '53300', '53400', '25006']);
const lostMessages = /connection terminated|timeout exceeded when trying to connect|not queryable|query read timeout/i;

/** Wrong password, unknown role, a role that may not sign in, or one that pg_hba.conf turns away. */
const refusedSignIns = new Set(['28P01', '28000']);

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

export function isSignInRefused(error: unknown): boolean {
  return refusedSignIns.has(postgresCode(error));
}

/** Gives a failure its meaning for callers: the database is away, lets nobody in, or was too slow. Everything else stays as it is. */
export function translateError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (isConnectionLost(error) || isSignInRefused(error)) return databaseUnavailable(error);
  if (postgresCode(error) === '57014' || postgresCode(error) === '55P03') return databaseTimedOut(error);
  return error;
}

/** The same for a commit, whose answer may be lost although it was done. */
export function translateCommitError(error: unknown): unknown {
  return isConnectionLost(error) ? databaseOutcomeUnknown(error) : translateError(error);
}

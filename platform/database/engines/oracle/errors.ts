import { AppError } from '../../../errors/app-error.ts';
import {
  databaseContended,
  databaseMisconfigured,
  databaseOutcomeUnknown,
  databaseTimedOut,
  databaseUnavailable,
} from '../../unavailable.ts';
import { connectFaultOf, isFinal } from './connect-fault.ts';

/** Codes of our own: a server does not even say that it stopped; nobody gave a session back in time. */
export const noAnswer = 'octo.no_answer';
export const noSessionFree = 'octo.no_session_free';

/** The session is gone, or was never there. */
const lost = codes('NJS-003 NJS-500 NJS-501 NJS-503 NJS-513 NJS-521 ECONNRESET EPIPE');
/** Nobody answers where the database should be, or it is full, going or coming. */
const away =
  codes(`${noSessionFree} NJS-040 NJS-064 NJS-065 NJS-076 NJS-504 NJS-506 NJS-509 NJS-510 NJS-511 NJS-518 NJS-519 NJS-530 NJS-536
  ORA-00018 ORA-00020 ORA-01033 ORA-01034 ORA-01035 ORA-02391 ORA-12514 ORA-12516 ORA-12518 ORA-12519 ORA-12520 ORA-12526
  ORA-12528 ORA-12541 ECONNREFUSED ENOTFOUND ETIMEDOUT EHOSTUNREACH`);
/** NJS-123 is the driver's limit, ORA-00040 that of a resource plan; a break may also come as ORA-01013. */
const tooSlow = codes(`NJS-123 ORA-00040 ORA-01013 ${noAnswer}`);
const locked = codes('ORA-00054 ORA-30006');
const retryable = codes('ORA-00060 ORA-08177');

/** The code that the driver gives a failure, such as ORA-00001 or NJS-500; its message may quote data, the code never does. */
export function oracleCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  const number = oracleErrorNumber(error);
  return number === 0 ? 'unknown' : `ORA-${String(number).padStart(5, '0')}`;
}

/** The ORA number of a driver error, which it keeps even when it reports a code of its own; 0 for anything else. */
export function oracleErrorNumber(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('errorNum' in error)) return 0;
  return typeof error.errorNum === 'number' ? error.errorNum : 0;
}

/** A unique key refused a row. */
export function isDuplicate(error: unknown): boolean {
  return oracleErrorNumber(error) === 1;
}

/** A row names another one that is not there. */
export function isDangling(error: unknown): boolean {
  return oracleErrorNumber(error) === 2291;
}

/** A deadlock, of which Oracle undoes only the one statement, or a serialisation failure. */
export function isRetryable(error: unknown): boolean {
  return retryable.has(oracleCode(error));
}

export function isConnectionLost(error: unknown): boolean {
  return lost.has(oracleCode(error));
}

/** It knows us and lets nobody in, or our settings lead nowhere: trying again changes nothing, and locks the account. */
export function isSignInRefused(error: unknown): boolean {
  const fault = connectFaultOf(error);
  return fault !== undefined && isFinal(fault);
}

/** Each of these counts towards the lock of the account. */
export function isPasswordWrong(error: unknown): boolean {
  return oracleErrorNumber(error) === 1017;
}

/** A pause may last for hours; somebody may set things right at any moment. */
const longestRetryAfterSeconds = 60;

/** What is told while nobody tries again: why the last attempt was refused. */
export function refusedStill(refusal: unknown, pauseSeconds: number): AppError {
  const fault = connectFaultOf(refusal);
  const retryAfterSeconds = Math.min(pauseSeconds, longestRetryAfterSeconds);
  if (fault === undefined) return databaseUnavailable(refusal, retryAfterSeconds);
  return databaseMisconfigured(refusal, fault, retryAfterSeconds);
}

/** Nobody knows whether what was asked for was done. */
export function isUnanswered(error: unknown): boolean {
  return isConnectionLost(error) || oracleCode(error) === noAnswer;
}

/**
 * Gives a failure its meaning for callers: the database is away, lets nobody in, was too slow, or somebody else holds the row.
 * Everything else stays as it is.
 */
export function translateError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = oracleCode(error);
  const fault = connectFaultOf(error);
  if (fault !== undefined) return databaseMisconfigured(error, fault);
  if (lost.has(code) || away.has(code)) return databaseUnavailable(error);
  if (tooSlow.has(code)) return databaseTimedOut(error);
  if (locked.has(code)) return databaseContended(error);
  return error;
}

/** What was to be committed, and whose answer never came, may have been done: nobody may simply do it again. */
export function translateCommitError(error: unknown): unknown {
  const code = oracleCode(error);
  return lost.has(code) || tooSlow.has(code) ? databaseOutcomeUnknown(error) : translateError(error);
}

function codes(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

import { oracleErrorNumber } from '@octo/platform/database/engines/oracle/errors.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';

/** The code that Oracle, or its driver, gave a failure, also where the engine has given it a meaning since. */
export function oracleCode(error: unknown): string {
  const number = oracleErrorNumber(error);
  if (number > 0) return `ORA-${String(number).padStart(5, '0')}`;
  if (!(error instanceof Error)) return 'unknown';
  const code = error.cause === undefined ? 'unknown' : oracleCode(error.cause);
  if (code !== 'unknown') return code;
  if (error instanceof AppError) return error.code;
  return 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}

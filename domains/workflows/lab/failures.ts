import { engineOf } from '@octo/platform/database/engines/engine.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import type { WorkflowsCtx } from '../workflows-context.ts';

export const refusedCode = 'workflows.query_refused';

/** What engines say by their codes, on either one. */
const meanings: Readonly<Record<string, string>> = {
  '42703': 'it names a column that does not exist',
  'ORA-00904': 'it names a column that does not exist',
  '42P01': 'it names a table that does not exist',
  'ORA-00942': 'it names a table that does not exist',
  '42501': 'it reads what it may not',
  'ORA-01031': 'it reads what it may not',
};

/** What a failure of a query comes to. Its words are ours: those of the database may quote data. */
export function toFailure({ lab }: Pick<WorkflowsCtx, 'lab'>, error: unknown): AppError {
  if (error instanceof AppError) return error.code === 'database.timed_out' ? timedOut(lab.timeoutMs, error) : error;
  const code = engineOf(lab.db).codeOf(error);
  const meaning = meanings[code];
  const message = `The database refused this query${meaning === undefined ? '' : `: ${meaning}`} (${code}).`;
  return new AppError('Unprocessable', refusedCode, message, { cause: error });
}

/** More rows than may be answered. */
export function tooManyRows(rowLimit: number): AppError {
  const message = `This query has more than ${rowLimit} rows, which is more than the lab answers with.`;
  return new AppError('Unprocessable', 'workflows.too_many_rows', message);
}

/** As many queries as may run side by side are running. */
export function labBusy(): AppError {
  const message = 'Others are running as many queries as the lab takes at a time. Please try again in a moment.';
  return new AppError('LimitExceeded', 'workflows.lab_busy', message, { retryAfterSeconds: 2 });
}

function timedOut(timeoutMs: number, cause: AppError): AppError {
  const message = `This query took longer than ${timeoutMs / 1000} s and was ended.`;
  return new AppError('TimedOut', 'workflows.query_timed_out', message, { cause });
}

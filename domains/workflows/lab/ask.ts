import type { AppError } from '@octo/platform/errors/app-error.ts';
import { millisecondsSince } from '../records/execution.ts';
import type { WorkflowsCtx } from '../workflows-context.ts';
import type { NamedQuery } from './catalogue.ts';
import { labBusy, toFailure, tooManyRows } from './failures.ts';
import type { Turns } from './turns.ts';

/** How a query went. */
export interface Asked {
  rows: object[];
  failure: AppError | undefined;
  durationMs: number;
}

/**
 * Runs a query with the rights and the sessions of the lab, in a transaction that may write nothing. Without turns it waits for
 * nobody. Never throws.
 */
export async function ask(
  ctx: Pick<WorkflowsCtx, 'lab'>,
  { statement }: NamedQuery,
  turns: Turns | undefined,
): Promise<Asked> {
  using turn = await turns?.take();
  if (turns && !turn) return { rows: [], failure: labBusy(), durationMs: 0 };
  const { db, rowLimit } = ctx.lab;
  const startedMs = performance.now();
  const asked = (rows: object[], failure?: AppError) => ({ rows, failure, durationMs: millisecondsSince(startedMs) });
  try {
    const transaction = db.transaction().setAccessMode('read only');
    const rows = await transaction.execute((db) => statement(db, { rows: rowLimit + 1 }));
    return rows.length > rowLimit ? asked([], tooManyRows(rowLimit)) : asked(rows);
  } catch (error) {
    return asked([], toFailure(ctx, error));
  }
}

import type { QueryExecutionsScheduleMode, QueryExecutionsStatus } from '@octo/database/tables.ts';

export type ScheduleMode = QueryExecutionsScheduleMode;
export type RunStatus = QueryExecutionsStatus;

/** One run of a named query, as it is recorded. */
export interface Execution {
  id: number;
  workflowRunId: number | null;
  queryName: string;
  componentName: string | null;
  sourceService: string;
  scheduleMode: ScheduleMode;
  actionName: string;
  status: RunStatus;
  expectedFailure: boolean;
  rowCount: number;
  durationMs: number | null;
  errorMessage: string | null;
  traceId: string | null;
  createdAt: Date;
}

/** Before it has its place in the database. */
export interface NewExecution extends Omit<Execution, 'id' | 'workflowRunId'> {
  queryText: string;
}

/** Durations are decimals in the database. */
export function toExecution<Row extends { durationMs: string | null }>(row: Row) {
  return { ...row, durationMs: toMilliseconds(row.durationMs) };
}

export function toMilliseconds(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal);
}

/** How long it is since that moment of the process, as exact as it is recorded. */
export function millisecondsSince(startedMs: number): number {
  return Number((performance.now() - startedMs).toFixed(3));
}

export function fromMilliseconds(milliseconds: number | null): string | null {
  return milliseconds === null ? null : milliseconds.toFixed(3);
}

import type { getActivity, getInsightStatus, listSessions, listSizes } from '@octo/contracts/insight.ts';
import type { findStatement, getStatementRuns } from '@octo/contracts/insight-runs.ts';
import type {
  getStatement,
  getStatementPlan,
  listStatementChanges,
  listStatements,
} from '@octo/contracts/insight-statements.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

const everyMs = 10_000;
const sessionsEveryMs = 2000;
const mostSessions = 500;
const mostSizes = 200;
const mostChanges = 50;

export type StatementOrder = 'time' | 'calls' | 'rows' | 'reads' | 'meanTime' | 'p95';

/** Whether the database is watched, and what is missing. */
export function useInsightStatus() {
  return useQuery({
    queryKey: ['database', 'status'],
    queryFn: ({ signal }) => request<typeof getInsightStatus>('GET /api/database/status', { signal }),
    refetchInterval: everyMs,
  });
}

/** What works or waits, of one statement or of all. */
export function useActivity(minutes: number, statementId?: string) {
  return useQuery({
    queryKey: ['database', 'activity', minutes, statementId],
    queryFn: ({ signal }) =>
      request<typeof getActivity>('GET /api/database/activity', { query: { minutes, statementId }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  });
}

/** The costliest statements of the last minutes. */
export function useStatements(minutes: number, by: StatementOrder) {
  return useQuery({
    queryKey: ['database', 'statements', minutes, by],
    queryFn: ({ signal }) =>
      request<typeof listStatements>('GET /api/database/statements', { query: { minutes, by }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  });
}

export function useStatementChanges(minutes: number) {
  return useQuery({
    queryKey: ['database', 'changes', minutes],
    queryFn: ({ signal }) =>
      request<typeof listStatementChanges>('GET /api/database/changes', {
        query: { minutes, limit: mostChanges },
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  });
}

/** They change slowly, and to measure them is work for the database. */
export function useSizes() {
  return useQuery({
    queryKey: ['database', 'sizes'],
    queryFn: ({ signal }) =>
      request<typeof listSizes>('GET /api/database/sizes', { query: { limit: mostSizes }, signal }),
    staleTime: 60_000,
  });
}

export function useStatement(statementId: string, minutes: number) {
  return useQuery({
    queryKey: ['database', 'statement', statementId, minutes],
    queryFn: ({ signal }) =>
      request<typeof getStatement>('GET /api/database/statements/:statementId', {
        params: { statementId },
        query: { minutes },
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  });
}

/** Asked for once: a plan is made anew for each question. */
export function useStatementPlan(statementId: string) {
  return useQuery({
    queryKey: ['database', 'plan', statementId],
    queryFn: ({ signal }) =>
      request<typeof getStatementPlan>('GET /api/database/statements/:statementId/plan', {
        params: { statementId },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
}

/** What the spans of the services tell of a statement; nothing without a SQL_ID. */
export function useStatementRuns(sqlId: string | null, minutes: number) {
  return useQuery({
    queryKey: ['database', 'runs', sqlId, minutes],
    queryFn: ({ signal }) =>
      request<typeof getStatementRuns>('GET /api/database/sql-ids/:sqlId/runs', {
        params: { sqlId: sqlId ?? '' },
        query: { minutes },
        signal,
      }),
    enabled: sqlId !== null,
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  });
}

export function useStatementOf(sqlId: string) {
  return useQuery({
    queryKey: ['database', 'sql-id', sqlId],
    queryFn: ({ signal }) =>
      request<typeof findStatement>('GET /api/database/sql-ids/:sqlId', { params: { sqlId }, signal }),
  });
}

/** Live sessions, every two seconds unless they are held. */
export function useSessions(isPaused: boolean) {
  return useQuery({
    queryKey: ['database', 'sessions'],
    queryFn: ({ signal }) =>
      request<typeof listSessions>('GET /api/database/sessions', { query: { limit: mostSessions }, signal }),
    refetchInterval: isPaused ? false : sessionsEveryMs,
    refetchOnWindowFocus: !isPaused,
  });
}

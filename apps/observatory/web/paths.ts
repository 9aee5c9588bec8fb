import { usualHour } from './parts/windows.ts';

/** Every page of the observatory. The server answers them with the application, and anything else as not found. */
export const pagePaths = [
  '/',
  '/services',
  '/alarms',
  '/alarms/:alarmId',
  '/slos',
  '/traces',
  '/traces/:traceId',
  '/topology',
  '/logs',
  '/metrics',
  '/sql',
  '/sql/:statementId',
  '/sql/by-sql-id/:sqlId',
  '/sessions',
  '/rum',
  '/rum/sessions/:sessionId',
  '/rum/errors',
  '/status',
] as const;

export type PagePath = (typeof pagePaths)[number];

/** The address of a trace, with one of its spans chosen. */
export function tracePath(traceId: string, spanId?: string | null): string {
  return spanId ? `/traces/${traceId}?span=${spanId}` : `/traces/${traceId}`;
}

export function alarmPath(alarmId: string): string {
  return `/alarms/${alarmId}`;
}

/** An objective among all, or among those of one service. */
export function sloPath(sloId: string, service?: string): string {
  const asked = service === undefined ? { slo: sloId } : { slo: sloId, service };
  return `/slos?${new URLSearchParams(asked)}`;
}

/** A trace id as people paste it, with blanks around it or in capitals; undefined for anything else. */
export function asTraceId(text: string): string | undefined {
  const id = text.trim().toLowerCase();
  return /^[0-9a-f]{32}$/.test(id) ? id : undefined;
}

export interface TraceSearch {
  service?: string | undefined;
  /** Another service that takes part. */
  alongside?: string | undefined;
  route?: string | undefined;
  workflow?: string | undefined;
  q?: string | undefined;
  status?: string | undefined;
  min?: number | null | undefined;
  minutes?: number | undefined;
  /** A part of time, in milliseconds since 1970, in place of the last minutes. */
  from?: number | undefined;
  to?: number | undefined;
}

/** The list of the traces that a number is made of. */
export function tracesPath(search: TraceSearch): string {
  const asked = Object.entries(search).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  );
  return asked.length === 0 ? '/traces' : `/traces?${new URLSearchParams(asked)}`;
}

export interface LogSearchParams {
  q?: string | undefined;
  service?: string | undefined;
  severity?: string | undefined;
  traceId?: string | undefined;
  minutes?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** The log lines that a number is made of. */
export function logsPath(search: LogSearchParams): string {
  const asked = Object.entries(search).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
  return asked.length === 0 ? '/logs' : `/logs?${new URLSearchParams(asked)}`;
}

/** A metric over the last minutes. */
export function metricPath(metric: string, minutes?: number): string {
  return `/metrics?${new URLSearchParams({ metric, ...(minutes === undefined ? {} : { minutes: String(minutes) }) })}`;
}

/** A statement of the database, by the database's own id. */
export function statementPath(statementId: string, minutes?: number): string {
  return withMinutes(`/sql/${statementId}`, minutes);
}

/** The same by what its spans call it. */
export function sqlIdPath(sqlId: string, minutes?: number): string {
  return withMinutes(`/sql/by-sql-id/${sqlId}`, minutes);
}

function withMinutes(path: string, minutes: number | undefined): string {
  return minutes === undefined ? path : `${path}?${new URLSearchParams({ minutes: String(minutes) })}`;
}

export const sessionsPath = '/sessions';

export function sessionPath(sessionId: string): string {
  return `${sessionsPath}?${new URLSearchParams({ session: sessionId })}`;
}

/** A SQL_ID as people paste it; undefined for anything else, and for words that have as many letters. */
export function asSqlId(text: string): string | undefined {
  const id = text.trim();
  return /^(?=.*\d)[0-9a-z]{13}$/.test(id) ? id : undefined;
}

export interface RumSearch {
  minutes?: number | undefined;
  app?: string | undefined;
  page?: string | undefined;
  /** Id of an error that the visits met. */
  error?: number | undefined;
}

/** Down to the visits. */
export const visitsHash = '#visits';

/** The visits that a number is made of. */
export function rumPath(search: RumSearch = {}): string {
  const isAboutVisits = search.page !== undefined || search.error !== undefined;
  return `${withRumSearch('/rum', search)}${isAboutVisits ? visitsHash : ''}`;
}

/** The errors of pages that a number is made of. */
export function rumErrorsPath(search: Omit<RumSearch, 'error'>): string {
  return withRumSearch('/rum/errors', search);
}

export function rumSessionPath(sessionId: string): string {
  return `/rum/sessions/${sessionId}`;
}

function withRumSearch(path: string, search: RumSearch): string {
  const asked = Object.entries(search).flatMap(([name, value]) =>
    value === undefined || (name === 'minutes' && value === usualHour) ? [] : [[name, String(value)]],
  );
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`;
}

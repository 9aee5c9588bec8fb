import { blockersOf } from '../blocking-chains.ts';
import { longestText } from '../bounds.ts';
import type { ActiveSession, LiveSession } from '../insight.ts';
import { maskConstants } from '../mask-constants.ts';
import { waitClassOf } from './wait-classes.ts';

/** A row of pg_stat_activity. */
export interface SessionRow {
  /** Somebody else's, and we lack the right to see what it does. */
  isHidden: boolean;
  pid: number;
  applicationName: string | null;
  usename: string | null;
  state: string | null;
  waitEventType: string | null;
  waitEvent: string | null;
  statementId: string | null;
  text: string | null;
  isWhole: boolean | null;
  blockers: readonly number[] | null;
  backendStart: Date | null;
  xactStart: Date | null;
  queryStart: Date | null;
  client: string | null;
}

/** With the SQL_ID of its text, or of its statement, where that is known. */
export interface KnownSession extends SessionRow {
  sqlId: string | null;
}

export function toActiveSessions(rows: readonly KnownSession[]): ActiveSession[] {
  const direct = blockersIn(rows);
  const working = rows.filter((row) => stateOf(row) === 'active');
  return working.map((row) => toActiveSession(row, direct)).filter(({ waitClass }) => waitClass !== 'Idle');
}

export function toLiveSessions(rows: readonly KnownSession[]): LiveSession[] {
  const direct = blockersIn(rows);
  return rows.map((row) => ({
    ...toActiveSession(row, direct),
    state: stateOf(row),
    text: row.text ? maskConstants(row.text).slice(0, longestText.ofSession) : null,
    connectedAt: row.backendStart,
    transactionStartedAt: row.xactStart,
    statementStartedAt: row.queryStart,
    client: row.client,
  }));
}

function blockersIn(rows: readonly SessionRow[]): ReadonlyMap<string, readonly string[]> {
  return new Map(rows.map((row) => [`${row.pid}`, (row.blockers ?? []).map(String)]));
}

function toActiveSession(row: KnownSession, direct: ReadonlyMap<string, readonly string[]>): ActiveSession {
  return {
    sessionId: `${row.pid}`,
    module: row.applicationName || null,
    action: null,
    clientIdentifier: null,
    user: row.usename ?? '',
    statementId: row.statementId,
    sqlId: row.sqlId,
    waitClass: stateOf(row) === 'active' ? waitClassOf(row.waitEventType, row.waitEvent) : 'Idle',
    waitEvent: row.waitEventType === null ? null : `${row.waitEventType}:${row.waitEvent}`,
    blockedBy: blockersOf(`${row.pid}`, direct),
  };
}

function stateOf({ state }: SessionRow): LiveSession['state'] {
  if (state === 'active' || state === 'fastpath function call') return 'active';
  return state?.startsWith('idle in transaction') ? 'idle in transaction' : 'idle';
}

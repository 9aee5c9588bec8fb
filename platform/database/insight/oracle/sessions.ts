import { blockersOf } from '../blocking-chains.ts';
import { longestText } from '../bounds.ts';
import type { ActiveSession, LiveSession } from '../insight.ts';
import { maskConstants } from '../mask-constants.ts';
import { waitClassOf } from './wait-classes.ts';

export interface ActiveRow {
  sessionId: string;
  userName: string | null;
  moduleName: string | null;
  actionName: string | null;
  clientIdentifier: string | null;
  status: string;
  waitState: string | null;
  waitClass: string | null;
  waitEvent: string | null;
  sqlId: string | null;
  /** `sid,serial#`, or a lone comma where nobody is in the way. */
  blocker: string | null;
  finalBlocker: string | null;
}

export interface LiveRow extends ActiveRow {
  prevSqlId: string | null;
  text: string | null;
  transactionAddress: unknown;
  connectedAt: Date | null;
  transactionStartedAt: Date | null;
  statementStartedAt: Date | null;
  client: string | null;
}

export function toActiveSessions(rows: readonly ActiveRow[]): ActiveSession[] {
  const direct = blockersIn(rows);
  return rows.map((row) => toActiveSession(row, direct));
}

export function toLiveSessions(rows: readonly LiveRow[]): LiveSession[] {
  const direct = blockersIn(rows);
  return rows.map((row) => {
    const active = toActiveSession(row, direct);
    const state = stateOf(row);
    const statementId = row.sqlId ?? row.prevSqlId;
    return {
      ...active,
      waitClass: state === 'active' ? active.waitClass : 'Idle',
      statementId,
      sqlId: statementId,
      state,
      text: row.text === null ? null : maskConstants(row.text).slice(0, longestText.ofSession),
      connectedAt: row.connectedAt,
      transactionStartedAt: row.transactionStartedAt,
      statementStartedAt: row.statementStartedAt,
      client: row.client,
    };
  });
}

function blockersIn(rows: readonly ActiveRow[]): ReadonlyMap<string, readonly string[]> {
  return new Map(rows.map((row) => [row.sessionId, idsIn(row.blocker)]));
}

function toActiveSession(row: ActiveRow, direct: ReadonlyMap<string, readonly string[]>): ActiveSession {
  return {
    sessionId: row.sessionId,
    module: row.moduleName,
    action: row.actionName,
    clientIdentifier: row.clientIdentifier,
    user: row.userName ?? '',
    statementId: row.sqlId,
    sqlId: row.sqlId,
    waitClass: waitClassOf(row.waitState, row.waitClass, row.waitEvent),
    waitEvent: row.waitState === 'WAITING' ? row.waitEvent : null,
    // The end of the chain is told even where a link of it is not.
    blockedBy: [...new Set([...blockersOf(row.sessionId, direct), ...idsIn(row.finalBlocker)])],
  };
}

function stateOf({ status, transactionAddress }: LiveRow): LiveSession['state'] {
  if (status === 'ACTIVE') return 'active';
  return transactionAddress === null ? 'idle' : 'idle in transaction';
}

function idsIn(blocker: string | null): string[] {
  return blocker === null || blocker === ',' ? [] : [blocker];
}

import { blockersOf } from '../blocking-chains.ts';
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

const longestText = 4000;

/** As the columns of an answer. `sqlIdOf` knows the text of a row, or of its statement. */
export function toLiveSessions(
  rows: readonly SessionRow[],
  sqlIdOf: (row: SessionRow) => string | null,
): LiveSession[] {
  const direct = new Map(rows.map((row) => [`${row.pid}`, (row.blockers ?? []).map(String)]));
  return rows.map((row) => {
    const state = stateOf(row.state);
    return {
      sessionId: `${row.pid}`,
      module: row.applicationName || null,
      action: null,
      clientIdentifier: null,
      user: row.usename ?? '',
      statementId: row.statementId,
      sqlId: sqlIdOf(row),
      waitClass: state === 'active' ? waitClassOf(row.waitEventType, row.waitEvent) : 'Idle',
      waitEvent: row.waitEventType === null ? null : `${row.waitEventType}:${row.waitEvent}`,
      blockedBy: blockersOf(`${row.pid}`, direct),
      state,
      text: row.text ? maskConstants(row.text).slice(0, longestText) : null,
      connectedAt: row.backendStart,
      transactionStartedAt: row.xactStart,
      statementStartedAt: row.queryStart,
      client: row.client,
    };
  });
}

function stateOf(state: string | null): LiveSession['state'] {
  if (state === 'active' || state === 'fastpath function call') return 'active';
  return state?.startsWith('idle in transaction') ? 'idle in transaction' : 'idle';
}

/** What a sample keeps of those that work or wait. */
export function toActiveSessions(sessions: readonly LiveSession[]): ActiveSession[] {
  return sessions
    .filter(({ state, waitClass }) => state === 'active' && waitClass !== 'Idle')
    .map(
      ({
        state: _,
        text: __,
        connectedAt: ___,
        transactionStartedAt: ____,
        statementStartedAt: _____,
        client: ______,
        ...kept
      }) => kept,
    );
}

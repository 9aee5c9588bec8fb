import type {
  ActiveSession,
  DatabaseInsight,
  LiveSession,
  StatementPlan,
  StatementTotals,
} from '@octo/platform/database/insight/insight.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';

/** A database that says what a test has written down, or is away. */
export interface ScriptedDatabase extends DatabaseInsight {
  totals: StatementTotals[];
  sessions: LiveSession[];
  plans: Map<string, string>;
  lacks: string[];
  /** Thrown by every look. */
  failure: unknown;
  looks: number;
}

export function scriptedDatabase(engine: DatabaseInsight['engine'] = 'postgres'): ScriptedDatabase {
  async function answer<T>(say: () => T): Promise<T> {
    script.looks += 1;
    if (script.failure !== undefined) throw script.failure;
    return say();
  }
  const script: ScriptedDatabase = {
    engine,
    totals: [],
    sessions: [],
    plans: new Map(),
    lacks: [],
    failure: undefined,
    looks: 0,
    topStatements: ({ limit }) => answer(() => script.totals.slice(0, limit)),
    statementTotals: ({ limit }) => answer(() => script.totals.slice(0, limit).map((total) => ({ ...total }))),
    liveSessions: ({ limit }) => answer(() => script.sessions.slice(0, limit)),
    activeSessions: ({ limit }) => answer((): ActiveSession[] => script.sessions.slice(0, limit)),
    planOf: ({ statementId }) => answer(() => planOf(script, statementId)),
    sizes: ({ limit }) =>
      answer(() =>
        [{ name: 'orders', kind: 'table' as const, tableName: 'orders', bytes: 8192, rows: 3 }].slice(0, limit),
      ),
    missing: () => answer(() => script.lacks),
    learnt: () => new Map(),
    [Symbol.asyncDispose]: async () => undefined,
  };
  return script;
}

function planOf({ plans }: ScriptedDatabase, statementId: string): StatementPlan {
  const planHash = plans.get(statementId);
  if (planHash === undefined)
    throw new AppError('NotFound', 'insight.unknown_statement', 'The database does not remember this statement.');
  return { statementId, lines: ['Seq Scan on orders'], planHash, isActual: false };
}

export function databaseAway(): AppError {
  const message = 'The database cannot be reached just now. Please try again in a moment.';
  return new AppError('Unavailable', 'database.unavailable', message, { retryAfterSeconds: 2 });
}

/** A statement that took a millisecond and read a row each time. */
export function totalsOf(statementId: string, calls: number, more: Partial<StatementTotals> = {}): StatementTotals {
  return {
    statementId,
    sqlId: null,
    text: `select ${statementId}`,
    calls,
    elapsedMs: calls,
    rows: calls,
    blocksRead: 0,
    blocksHit: calls,
    planHash: null,
    since: new Date(0),
    ...more,
  };
}

export function sessionOf(sessionId: string, more: Partial<LiveSession> = {}): LiveSession {
  return {
    sessionId,
    module: 'octo-drone-shop',
    action: null,
    clientIdentifier: null,
    user: 'octo_shop',
    statementId: '1',
    sqlId: null,
    waitClass: 'CPU',
    waitEvent: null,
    blockedBy: [],
    state: 'active',
    text: 'select 1',
    connectedAt: new Date(0),
    transactionStartedAt: null,
    statementStartedAt: null,
    client: '127.0.0.1',
    ...more,
  };
}

/**
 * What a database tells of its own work. One interface on both engines; every answer is bounded, nothing is changed, and no
 * statement of the platform is run. What the insight itself does is left out. Constants in texts and conditions are masked,
 * since they may be anybody's data. Throws `Unavailable` while the database is away or lets nobody in, and `Forbidden`
 * (`insight.not_granted`) where a right is missing, which names the right.
 */
export interface DatabaseInsight extends AsyncDisposable {
  readonly engine: 'postgres' | 'oracle';
  /** What the statements came to since the database began to count, the costliest by `by` first. */
  topStatements(input: { by: StatementOrder; limit: number }): Promise<StatementTotals[]>;
  /** Every statement that the database remembers, at most `limit`, with what it came to since it began to count. */
  statementTotals(input: { limit: number }): Promise<StatementTotals[]>;
  /** The sessions of services and people, those that work or wait first. */
  liveSessions(input: { limit: number }): Promise<LiveSession[]>;
  /** What works or waits right now. Cheap enough for every second. */
  activeSessions(input: { limit: number }): Promise<ActiveSession[]>;
  /**
   * How a statement that the database remembers would be done (PostgreSQL) or was planned (Oracle). Nothing is run. Throws
   * NotFound `insight.unknown_statement`, and Unprocessable `insight.cannot_explain` for one that has no plan to show.
   */
  planOf(input: { statementId: string }): Promise<StatementPlan>;
  /** The largest tables and indexes; a table without its indexes, and with its long text. */
  sizes(input: { limit: number }): Promise<SegmentSize[]>;
  /** Rights and extensions without which a part says nothing, each in a sentence that tells how to give it. */
  missing(): Promise<string[]>;
  /** SQL_ID → statement, as far as it was learnt from looks at sessions; empty on Oracle, where both are the same. */
  learnt(): ReadonlyMap<string, string>;
}

export type StatementOrder = 'time' | 'calls' | 'rows' | 'reads' | 'meanTime';

export interface StatementTotals {
  /** The engine's own id: queryid on PostgreSQL, SQL_ID on Oracle. */
  statementId: string;
  /** Oracle's id of the text, where the text is known as it was sent. The link to spans (`octo.sql_id`). */
  sqlId: string | null;
  /** Parameterised text, at most 8000 characters. */
  text: string;
  calls: number;
  elapsedMs: number;
  rows: number;
  /** Blocks read from disk, or from the operating system's cache. */
  blocksRead: number;
  /** Blocks found in the buffer cache. */
  blocksHit: number;
  /** Changes when the optimiser chose another plan; null where the engine does not tell. */
  planHash: string | null;
  /** When the engine began to count this statement. */
  since: Date | null;
}

/** A wait as both engines can tell it. */
export type WaitClass =
  | 'CPU'
  | 'Lock'
  | 'IO'
  | 'Commit'
  | 'Network'
  | 'Concurrency'
  | 'Configuration'
  | 'Other'
  | 'Idle';

export interface ActiveSession {
  /** Backend pid on PostgreSQL; `sid,serial#` on Oracle. */
  sessionId: string;
  /** Which service: MODULE on Oracle, application_name on PostgreSQL. */
  module: string | null;
  /** Route or verb; Oracle only, on PostgreSQL it is joined from the spans of this backend. */
  action: string | null;
  /** Trace id; as above. */
  clientIdentifier: string | null;
  user: string;
  statementId: string | null;
  /** Oracle's id of the text under way, when it is known whole. */
  sqlId: string | null;
  waitClass: WaitClass;
  /** The engine's own name of the wait, such as `Lock:transactionid` or `enq: TX - row lock contention`. */
  waitEvent: string | null;
  /** Sessions that stand in the way, nearest first. */
  blockedBy: string[];
}

export interface LiveSession extends ActiveSession {
  state: 'active' | 'idle' | 'idle in transaction';
  /** Parameterised text of the statement under way, or of the last one; at most 4000 characters. */
  text: string | null;
  connectedAt: Date | null;
  transactionStartedAt: Date | null;
  statementStartedAt: Date | null;
  /** Name or address of the client's machine. */
  client: string | null;
}

export interface StatementPlan {
  statementId: string;
  /** Lines to read, indented. */
  lines: string[];
  /** Of its shape: equal plans have equal hashes. */
  planHash: string | null;
  /** True when this is how it was last done, false when it is how it would be done. */
  isActual: boolean;
}

export interface SegmentSize {
  name: string;
  kind: 'table' | 'index';
  /** The table that an index belongs to. */
  tableName: string;
  bytes: number;
  /** Estimated; null where the engine has no figure. */
  rows: number | null;
}

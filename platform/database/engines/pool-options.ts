import type { OnQuery } from './engine.ts';

export interface PoolOptions {
  /** Names the service in the database's own session list. */
  applicationName: string;
  /** Sessions this process may hold. */
  poolMax: number;
  /** Tells the pools of a process apart in its metrics; `main` when absent. */
  poolName?: string;
  /** How long a statement may run, and how long a caller waits for a session. */
  statementTimeoutMs?: number;
  connectTimeoutMs?: number;
  onQuery?: OnQuery;
}

import type { Pool } from 'pg';
import { type PoolMetrics, watchSessions } from '../pool-metrics.ts';

/** Tells of the sessions of a pool until it is disposed of. */
export function watchPool(pool: Pool, name: string): PoolMetrics {
  return watchSessions(name, () => ({
    used: pool.totalCount - pool.idleCount,
    idle: pool.idleCount,
    max: pool.options.max ?? 0,
    waiting: pool.waitingCount,
  }));
}

/** As pg words it: nobody gave a session back in time, or none could be opened. */
export function isPoolTimeout(error: unknown): boolean {
  return (
    error instanceof Error && /timeout exceeded when trying to connect|due to connection timeout/.test(error.message)
  );
}

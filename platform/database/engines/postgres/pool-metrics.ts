import type { Pool } from 'pg';
import {
  connectionCount,
  connectionMax,
  connectionTimeouts,
  connectionWait,
  pendingRequests,
} from '../../../telemetry/metrics/database-metrics.ts';
import { note, observe } from '../../../telemetry/metrics/instruments.ts';

export interface PoolMetrics extends Disposable {
  /** Somebody got a session, after so long. */
  lent(waitedMs: number): void;
  /** Somebody got none. */
  refused(error: unknown): void;
}

/** Tells of the sessions of a pool until it is disposed of. */
export function watchPool(pool: Pool, name: string): PoolMetrics {
  const ofPool = Object.freeze({ 'db.client.connection.pool.name': name });
  const used = Object.freeze({ ...ofPool, 'db.client.connection.state': 'used' });
  const idle = Object.freeze({ ...ofPool, 'db.client.connection.state': 'idle' });
  const stack = new DisposableStack();
  stack.use(
    observe(connectionCount, (result) => {
      result.observe(pool.totalCount - pool.idleCount, used);
      result.observe(pool.idleCount, idle);
    }),
  );
  stack.use(observe(connectionMax, (result) => result.observe(pool.options.max ?? 0, ofPool)));
  stack.use(observe(pendingRequests, (result) => result.observe(pool.waitingCount, ofPool)));
  // From the beginning: whoever watches it wants to see it grow from nothing.
  note(connectionTimeouts, 0, ofPool);
  return {
    lent: (waitedMs) => note(connectionWait, waitedMs / 1000, ofPool),
    refused: (error) => {
      if (isTimeout(error)) note(connectionTimeouts, 1, ofPool);
    },
    [Symbol.dispose]: () => stack.dispose(),
  };
}

/** As pg words it: nobody gave a session back in time, or none could be opened. */
function isTimeout(error: unknown): boolean {
  return (
    error instanceof Error && /timeout exceeded when trying to connect|due to connection timeout/.test(error.message)
  );
}

import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely';
import type { Pool } from 'pg';
import { markShortage, type Obstacles } from '../obstacles.ts';
import type { PoolMetrics } from '../pool-metrics.ts';
import { PostgresConnection } from './connection.ts';
import { translateError } from './errors.ts';
import { isPoolTimeout, watchPool } from './pool-metrics.ts';

/** Lends sessions of a pool; a session that was lost or left in doubt is closed instead of returned. */
export class PostgresDriver implements Driver {
  readonly #pool: Pool;
  readonly #metrics: PoolMetrics;
  readonly #obstacles: Obstacles;
  #ended: Promise<void> | undefined;

  constructor(pool: Pool, poolName: string, obstacles: Obstacles) {
    this.#pool = pool;
    this.#metrics = watchPool(pool, poolName);
    this.#obstacles = obstacles;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PostgresConnection> {
    const pool = this.#pool;
    const startedAt = pool.idleCount > pool.waitingCount ? undefined : performance.now();
    try {
      const client = await pool.connect();
      const waitedMs = startedAt === undefined ? 0 : performance.now() - startedAt;
      this.#metrics.lent(waitedMs);
      if (waitedMs > 0) markShortage(this.#obstacles);
      return new PostgresConnection(client, waitedMs);
    } catch (error) {
      if (isPoolTimeout(error)) this.#metrics.timedOut();
      markShortage(this.#obstacles);
      throw translateError(error);
    }
  }

  /** Runs one statement in any session. */
  async run<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const connection = await this.acquireConnection();
    try {
      return await connection.executeQuery<R>(query);
    } finally {
      connection.client.release(connection.isBroken);
    }
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const isolation = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : '';
    const access = settings.accessMode ? ` ${settings.accessMode}` : '';
    ours(connection).begin(`begin${isolation}${access}`);
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).end('commit');
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A rollback that fails leaves the session broken, and must not hide why the transaction was given up.
    if (!ours(connection).isBroken)
      await ours(connection)
        .end('rollback')
        .catch(() => undefined);
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const { client, isBroken } = ours(connection);
    client.release(isBroken);
  }

  async destroy(): Promise<void> {
    this.#ended ??= this.#pool.end().finally(() => this.#metrics[Symbol.dispose]());
    await this.#ended;
  }
}

/** Kysely hands back only connections that this driver lent. */
function ours(connection: DatabaseConnection): PostgresConnection {
  return connection as PostgresConnection;
}

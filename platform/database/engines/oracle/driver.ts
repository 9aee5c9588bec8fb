import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import { markShortage, type Obstacles } from '../obstacles.ts';
import { type PoolMetrics, watchSessions } from '../pool-metrics.ts';
import { OracleDatabaseConnection } from './connection.ts';
import { noSessionFree, oracleCode, translateError } from './errors.ts';
import { oracleIdentifier } from './identifiers.ts';
import { cutConnection, type OracleClient, type OracleConnection } from './oracle-client.ts';
import { createSessions } from './session.ts';
import type { SessionPool } from './session-pool.ts';
import { type SessionTags, tagSession } from './session-tags.ts';
import { createStatementRunner, type StatementRunner } from './statement-run.ts';

/** Lends sessions of a pool, tagged with the work they are for. */
export class OracleDriver implements Driver {
  readonly #pool: SessionPool;
  readonly #tags: SessionTags;
  readonly #metrics: PoolMetrics;
  readonly #obstacles: Obstacles;
  readonly #sessionOf = createSessions();
  #runner: StatementRunner | undefined;
  #ended: Promise<void> | undefined;

  constructor(pool: SessionPool, poolName: string, { tags, obstacles }: { tags: SessionTags; obstacles: Obstacles }) {
    this.#pool = pool;
    this.#tags = tags;
    this.#obstacles = obstacles;
    this.#metrics = watchSessions(poolName, () => pool.read());
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<OracleDatabaseConnection> {
    const startedAt = this.#pool.hasIdle ? undefined : performance.now();
    try {
      const { connection, client } = await this.#pool.lend();
      const waitedMs = startedAt === undefined ? 0 : performance.now() - startedAt;
      this.#metrics.lent(waitedMs);
      if (waitedMs > 0) markShortage(this.#obstacles);
      return await this.#prepare(connection, client, waitedMs);
    } catch (error) {
      if (timeouts.has(oracleCode(error))) this.#metrics.timedOut();
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
      await this.releaseConnection(connection);
    }
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    await ours(connection).begin(settings);
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).commit();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A rollback that fails leaves the session broken, and must not hide why the transaction was given up.
    if (!ours(connection).isBroken)
      await ours(connection)
        .rollback()
        .catch(() => undefined);
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await ours(connection).executeQuery(CompiledQuery.raw(`savepoint ${oracleIdentifier(name)}`));
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await ours(connection).rollbackTo(CompiledQuery.raw(`rollback to savepoint ${oracleIdentifier(name)}`));
  }

  /** Oracle has no such statement: a savepoint goes with its transaction. */
  async releaseSavepoint(): Promise<void> {}

  /** A session in doubt is cut first, so that the pool does not lend it again. */
  async releaseConnection(lent: DatabaseConnection): Promise<void> {
    const { connection, isBroken } = ours(lent);
    if (isBroken) cutConnection(connection);
    await this.#pool.takeBack(connection);
  }

  async destroy(): Promise<void> {
    this.#ended ??= this.#pool.close().finally(() => this.#metrics[Symbol.dispose]());
    await this.#ended;
  }

  /** A session that fails at once goes back at once. */
  async #prepare(connection: OracleConnection, client: OracleClient, waitedMs: number) {
    try {
      tagSession(connection, this.#tags);
      const session = this.#sessionOf(connection);
      const limitMs = this.#tags.callTimeoutMs;
      return new OracleDatabaseConnection({ connection, session, runner: this.#runnerOf(client), limitMs, waitedMs });
    } catch (error) {
      await this.#pool.takeBack(connection);
      throw error;
    }
  }

  #runnerOf(client: OracleClient): StatementRunner {
    this.#runner ??= createStatementRunner(client);
    return this.#runner;
  }
}

/** NJS-040 and NJS-076 are those of the driver's own line. */
const timeouts = new Set([noSessionFree, 'NJS-040', 'NJS-076']);

/** Kysely hands back only connections that this driver lent. */
function ours(connection: DatabaseConnection): OracleDatabaseConnection {
  return connection as OracleDatabaseConnection;
}

import type { DatabaseConnection, Driver, TransactionSettings } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { PostgresConnection } from './connection.ts';
import { translateError } from './errors.ts';

/** Lends sessions of a pool; a session that was lost or left in doubt is closed instead of returned. */
export class PostgresDriver implements Driver {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PostgresConnection> {
    try {
      const client = await this.#pool.connect();
      return new PostgresConnection(client, attributesOf(client));
    } catch (error) {
      throw translateError(error);
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
    await this.#pool.end();
  }
}

function attributesOf(client: PoolClient) {
  return {
    'db.system.name': 'postgresql',
    'db.namespace': client.database ?? '',
    'server.address': client.host,
    'server.port': client.port,
    'octo.db.backend_pid': backendPid(client),
  };
}

/** pg knows the backend's process id but does not declare it. */
function backendPid(client: PoolClient): number {
  return (client as PoolClient & { processID?: number }).processID ?? 0;
}

/** Kysely hands back only connections that this driver lent. */
function ours(connection: DatabaseConnection): PostgresConnection {
  return connection as PostgresConnection;
}

import type { Kysely } from 'kysely';
import pg from 'pg';
import type { PostgresAddress } from '../../address.ts';
import { CamelCaseNames } from '../camel-case.ts';
import { DirectHandle } from '../direct-handle.ts';
import type { PoolOptions } from '../pool-options.ts';
import { postgresDialect } from './dialect.ts';
import { PostgresDriver } from './driver.ts';
import { postgresEngine } from './engine.ts';
import { pausingClient } from './sign-in.ts';
import { typeParsers } from './type-parsers.ts';

export function openPostgres<Tables>(options: PostgresAddress & PoolOptions): Kysely<Tables> {
  const statementTimeoutMs = options.statementTimeoutMs ?? 10_000;
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: options.applicationName,
    max: options.poolMax,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 8000,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + 2000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    pipeline: true,
    types: typeParsers,
    Client: pausingClient(),
  });
  pool.on('error', () => undefined);
  // A session lost while it is lent fails the statement under way, and the next one; the event unheard would end the process.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const engine = postgresEngine(options.onQuery);
  const driver = new PostgresDriver(pool, options.poolName ?? 'main', engine.obstacles);
  const dialect = postgresDialect(driver, engine);
  return new DirectHandle<Tables>({ dialect, plugins: [new CamelCaseNames()] }, driver);
}

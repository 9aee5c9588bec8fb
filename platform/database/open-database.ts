import {
  CamelCasePlugin,
  type Kysely,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely';
import pg from 'pg';
import { postgresDialect } from './engines/postgres/dialect.ts';
import { PostgresDriver } from './engines/postgres/driver.ts';
import { postgresEngine } from './engines/postgres/engine.ts';
import { PostgresHandle } from './engines/postgres/handle.ts';
import { typeParsers } from './engines/postgres/type-parsers.ts';

export interface DatabaseOptions {
  /** postgres://role:password@host:port/database */
  url: string;
  /** Names the service in the database's own session list. */
  applicationName: string;
  /** Sessions this process may hold. */
  poolMax: number;
  /** Tells the pools of a process apart in its metrics; `main` when absent. */
  poolName?: string;
  /** How long a statement may run, and how long a caller waits for a session. */
  statementTimeoutMs?: number;
  connectTimeoutMs?: number;
  onQuery?: (name: string, node: RootOperationNode) => void;
}

/** Opens a pool of sessions. Connects on first use; a session lost while idle is replaced silently. Close with `destroy()`. */
export function openDatabase<Tables>(options: DatabaseOptions): Kysely<Tables> {
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
  });
  pool.on('error', () => undefined);
  // A session lost while it is lent fails the statement under way, and the next one; the event unheard would end the process.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const driver = new PostgresDriver(pool, options.poolName ?? 'main');
  const dialect = postgresDialect(driver, postgresEngine(options.onQuery));
  return new PostgresHandle<Tables>({ dialect, plugins: [new CamelCaseNames()] }, driver);
}

/** Identifiers become snake_case on the way out; rows come back in camelCase from the driver already. */
class CamelCaseNames extends CamelCasePlugin {
  override async transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return args.result;
  }
}

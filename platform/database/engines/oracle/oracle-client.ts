import type { DbType, PoolAttributes } from 'oracledb';

/** What we use of the driver `oracledb`, in its thin mode. A recording one stands in for it in tests. */
export interface OracleClient {
  readonly versionString: string;
  readonly BIND_OUT: number;
  readonly DB_TYPE_CLOB: DbType;
  readonly DB_TYPE_NUMBER: DbType;
  readonly DB_TYPE_TIMESTAMP_TZ: DbType;
  readonly DB_TYPE_VARCHAR: DbType;
  createPool(attributes: PoolAttributes): Promise<OraclePool>;
}

export interface OraclePool {
  readonly connectionsOpen: number;
  readonly connectionsInUse: number;
  getConnection(): Promise<OracleConnection>;
  /** Waits up to so many seconds for sessions that are out, then closes all of them. */
  close(drainSeconds: number): Promise<void>;
}

/**
 * A session that was lent. What is assigned to it travels with the next call to the server and costs none of its own.
 * In thin mode `close` gives it back, after a rollback where a transaction is open, and knows no way to drop it.
 */
export interface OracleConnection {
  module: string;
  action: string;
  clientId: string;
  currentSchema: string;
  /** How long each call to the server may take, in milliseconds. */
  callTimeout: number;
  /** Where the session is; the service that it asked for. */
  readonly hostName?: string;
  readonly port?: number;
  readonly serviceName?: string;
  execute(sql: string, binds: readonly OracleBind[], options: OracleExecuteOptions): Promise<OracleResult>;
  /** Has the server parse a statement and tell its columns, without running it. */
  getStatementInfo(sql: string): Promise<{ metaData?: readonly OracleColumn[] }>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  close(): Promise<void>;
}

/** A value for a placeholder, or the place where one comes back. */
export type OracleBind =
  | string
  | number
  | bigint
  | boolean
  | Uint8Array
  | { readonly type: DbType; readonly val: Date | string | null }
  | { readonly dir: number; readonly type: DbType; readonly maxSize?: number };

export interface OracleExecuteOptions {
  /** Commits in the same call. */
  readonly autoCommit: boolean;
  /** Rows that come with the answer to the statement itself. */
  readonly prefetchRows: number;
  readonly fetchArraySize: number;
  readonly fetchTypeHandler: (column: OracleColumn) => OracleFetch | undefined;
}

/** As what the values of a column are fetched, and what becomes of each. */
export interface OracleFetch {
  readonly type?: DbType;
  readonly converter?: (value: unknown) => unknown;
}

/** A column as the server describes it; a name that nobody quoted is in upper case. */
export interface OracleColumn {
  readonly name: string;
  readonly dbType?: DbType;
  /** Of a NUMBER: 0 with scale -127 where nothing is declared, as of sum(…) and count(*). */
  readonly precision?: number;
  readonly scale?: number;
  /** Of a text or RAW. */
  readonly byteSize?: number;
}

export interface OracleResult {
  readonly metaData?: readonly OracleColumn[];
  readonly rows?: readonly (readonly unknown[])[];
  readonly rowsAffected?: number;
  /** One list per out bind, with one value for each row that was changed. */
  readonly outBinds?: readonly (readonly unknown[])[];
}

/**
 * Closes the socket of a session that is in doubt or does not answer: what waits for it fails, and the pool forgets it when it is given
 * back. Thin mode has no public way: it ignores `close({ drop: true })`, and its time limit asks the server to stop, which a server that
 * is gone never hears.
 */
export function cutConnection(connection: OracleConnection): void {
  const socket = socketOf(connection);
  socket?.forceDisconnect?.();
}

function socketOf(connection: object): { forceDisconnect?: () => void } | undefined {
  return (connection as { _impl?: { nscon?: { forceDisconnect?: () => void } } })._impl?.nscon;
}

/** The driver itself, loaded when the first Oracle address is opened: whoever uses PostgreSQL never pays for it. */
export async function loadOracleClient(): Promise<OracleClient> {
  const { default: oracledb } = await import('oracledb');
  return asClient(oracledb);
}

/** Its declarations leave open what thin mode always gives, such as rows as arrays. */
function asClient(driver: unknown): OracleClient {
  return driver as OracleClient;
}

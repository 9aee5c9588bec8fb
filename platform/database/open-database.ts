import type { Kysely } from 'kysely';
import { isOracle, type PostgresAddress } from './address.ts';
import { type OracleOptions, openOracle } from './engines/oracle/open.ts';
import type { PoolOptions } from './engines/pool-options.ts';
import { openPostgres } from './engines/postgres/open.ts';

export type { PoolOptions };

export type DatabaseOptions = (PostgresAddress & PoolOptions) | OracleOptions;

/** Opens a pool of sessions. Connects on first use; a session lost while idle is replaced silently. Close with `destroy()`. */
export function openDatabase<Tables>(options: DatabaseOptions): Kysely<Tables> {
  return isOracle(options) ? openOracle<Tables>(options) : openPostgres<Tables>(options);
}

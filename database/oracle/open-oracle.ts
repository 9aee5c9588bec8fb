import type { OracleSignIn } from '@octo/platform/database/address.ts';
import type { OracleClient } from '@octo/platform/database/engines/oracle/oracle-client.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Dictionary } from './dictionary.ts';

/** Two sessions of one user, one of which may hold a lock: for what makes the tables, for their rows, and for the dictionary. */
export interface OpenOracle extends AsyncDisposable {
  schemaDb: Kysely<unknown>;
  db: Kysely<Tables>;
  dictionary: Dictionary;
}

// An index over millions of rows takes its time, and so does waiting for another run.
const statementTimeoutMs = 30 * 60_000;

export function openOracleAs(signIn: OracleSignIn, client?: OracleClient): OpenOracle {
  const db = openDatabase<Tables>({
    oracle: { ...signIn, schema: undefined },
    applicationName: 'octo-database',
    poolMax: 2,
    statementTimeoutMs,
    ...(client ? { client } : {}),
  });
  return {
    db,
    schemaDb: as<Kysely<unknown>>(db),
    dictionary: as<Dictionary>(db),
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}

/** One handle, seen with the tables that the work is about. */
function as<Handle>(db: Kysely<Tables>): Handle {
  return db as unknown as Handle;
}

import { type DatabaseAddress, isOracle } from '../address.ts';
import type { OracleClient } from '../engines/oracle/oracle-client.ts';
import { openDatabase } from '../open-database.ts';
import type { DatabaseInsight } from './insight.ts';
import { readOracle } from './oracle/read-oracle.ts';
import { readPostgres } from './postgres/read-postgres.ts';
import { ownModule } from './statement.ts';

export interface InsightOptions {
  /** What `learnt()` gave before: SQL_ID and statement. */
  learnt?: Iterable<readonly [string, string]>;
  /** Whether spans told of a statement with this SQL_ID: then a text that the database keeps is the one that was sent. */
  wasSent?(sqlId: string): boolean;
  /** Stands in for the driver of Oracle. */
  client?: OracleClient;
}

const pool = { applicationName: ownModule, poolName: 'insight', poolMax: 2, statementTimeoutMs: 5000 };

/** Looks at a database as the role `octo_insight`, through two sessions of its own. Connects on first use. */
export function openInsight(
  address: DatabaseAddress,
  { learnt, wasSent, client }: InsightOptions = {},
): DatabaseInsight {
  if (!isOracle(address)) return readPostgres(openDatabase({ ...pool, url: address.url }), { learnt, wasSent });
  return readOracle(openDatabase({ ...pool, oracle: address.oracle, ...(client ? { client } : {}) }));
}

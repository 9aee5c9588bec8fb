import type { Kysely } from 'kysely';
import type { OracleAddress } from '../../address.ts';
import { CamelCaseNames } from '../camel-case.ts';
import { DirectHandle } from '../direct-handle.ts';
import type { PoolOptions } from '../pool-options.ts';
import { oracleDialect } from './dialect.ts';
import { OracleDriver } from './driver.ts';
import { oracleEngine } from './engine.ts';
import { loadOracleClient, type OracleClient } from './oracle-client.ts';
import { poolAttributesOf } from './pool-attributes.ts';
import { SessionPool } from './session-pool.ts';
import { signInPauseOf } from './sign-in.ts';

export interface OracleOptions extends OracleAddress, PoolOptions {
  /** Stands in for the driver `oracledb`. */
  client?: OracleClient;
}

export function openOracle<Tables>(options: OracleOptions): Kysely<Tables> {
  const { oracle, client, poolMax, applicationName, connectTimeoutMs = 8000, statementTimeoutMs = 10_000 } = options;
  const load = async () => client ?? (await loadOracleClient());
  const pool = new SessionPool({
    load,
    signIn: () => poolAttributesOf(oracle, connectTimeoutMs),
    poolMax,
    connectTimeoutMs,
    pause: signInPauseOf(oracle),
  });
  const tags = { module: applicationName, schema: oracle.schema?.toUpperCase(), callTimeoutMs: statementTimeoutMs };
  const engine = oracleEngine(options.onQuery, load);
  const driver = new OracleDriver(pool, options.poolName ?? 'main', { tags, obstacles: engine.obstacles });
  const dialect = oracleDialect(driver, engine);
  return new DirectHandle<Tables>({ dialect, plugins: [new CamelCaseNames()] }, driver);
}

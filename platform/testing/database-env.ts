import { type DatabaseAddress, isOracle } from '../database/address.ts';

/** An address, or the URL of a PostgreSQL. */
export type AnyAddress = string | DatabaseAddress;

/** The settings by which a service finds its database. */
export function databaseEnv(database: AnyAddress): Record<string, string> {
  const address = addressOf(database);
  if (!isOracle(address)) return { DATABASE_URL: address.url };
  const { dsn, user, credential, wallet, schema } = address.oracle;
  return {
    ORACLE_DSN: dsn,
    ORACLE_USER: user,
    ...('password' in credential
      ? { ORACLE_PASSWORD: credential.password }
      : { ORACLE_TOKEN_DIR: credential.tokenDir }),
    ...(wallet && { ORACLE_WALLET_DIR: wallet.dir }),
    ...(wallet?.password !== undefined && { ORACLE_WALLET_PASSWORD: wallet.password }),
    ...(schema !== undefined && { ORACLE_SCHEMA: schema }),
  };
}

/** The settings by which the gateway finds the sign-in for queries of the lab, beside those for its own. */
export function queryDatabaseEnv(database: AnyAddress): Record<string, string> {
  const address = addressOf(database);
  if (!isOracle(address)) return { QUERY_DATABASE_URL: address.url };
  const { dsn, user, credential } = address.oracle;
  if (!('password' in credential)) throw new TypeError('queries of the lab sign in with a password');
  return { ORACLE_QUERY_DSN: dsn, ORACLE_QUERY_USER: user, ORACLE_QUERY_PASSWORD: credential.password };
}

function addressOf(database: AnyAddress): DatabaseAddress {
  return typeof database === 'string' ? { url: database } : database;
}

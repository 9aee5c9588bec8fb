/** Where the database is, and who asks. PostgreSQL says it all in one URL. */
export type DatabaseAddress = PostgresAddress | OracleAddress;

export interface PostgresAddress {
  /** postgres://role:password@host:port/database */
  url: string;
}

export interface OracleAddress {
  oracle: OracleSignIn;
}

export interface OracleSignIn {
  /** An alias of tnsnames.ora in the wallet's folder, host:port/service, or a whole descriptor. */
  dsn: string;
  user: string;
  credential: OracleCredential;
  /** For mutual TLS; without it the server alone shows a certificate, as a walletless TLS address wants. */
  wallet: OracleWallet | undefined;
  /** The schema that holds the tables, when it is not the user's own. */
  schema: string | undefined;
}

/** A password, or the folder where a database token and its private key are renewed (`token` and `oci_db_key.pem`). */
export type OracleCredential = { password: string } | { tokenDir: string };

export interface OracleWallet {
  /** Holds ewallet.pem and tnsnames.ora. */
  dir: string;
  /** Given when the wallet was downloaded; not the database's. */
  password: string | undefined;
}

export function isOracle(address: DatabaseAddress): address is OracleAddress {
  return 'oracle' in address;
}

/** What the database is, as operators are told. */
export function databaseType(address: DatabaseAddress): 'oracle' | 'postgresql' {
  return isOracle(address) ? 'oracle' : 'postgresql';
}

import { readFileSync } from 'node:fs';
import type { DatabaseAddress } from '../database/address.ts';
import { readTestRunConfig } from './config.ts';
import { takeLease } from './lease.ts';

/** The one database of a run whose tests cannot have one each: on Oracle a schema is not made in a moment. */
export interface SharedDatabase {
  readonly engine: 'postgres' | 'oracle';
  /** Who may do everything with its tables, and nothing beside. */
  readonly owner: DatabaseAddress;
  /** The sign-in of each service by its role. */
  readonly roles: Readonly<Record<string, DatabaseAddress>>;
}

/** The shared database of this run; undefined where each test has a database of its own. */
export function sharedDatabase(): SharedDatabase | undefined {
  const { sharedDatabaseFile } = readTestRunConfig();
  return sharedDatabaseFile === undefined ? undefined : asSharedDatabase(readFileSync(sharedDatabaseFile, 'utf8'));
}

/** Makes the shared database the caller's alone until it is disposed of. */
export function leaseSharedDatabase(): Promise<AsyncDisposable> {
  return takeLease(`${readTestRunConfig().sharedDatabaseFile}.lease`);
}

// Written by shareDatabase of tests/conformance.
function asSharedDatabase(text: string): SharedDatabase {
  return JSON.parse(text) as SharedDatabase;
}

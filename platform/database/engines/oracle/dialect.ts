import type { DatabaseIntrospector, Dialect, Driver } from 'kysely';
import { OracleAdapter } from './adapter.ts';
import { OracleQueryCompiler } from './compiler.ts';
import { oracleEngine } from './engine.ts';

/** A Kysely dialect that compiles Oracle text and refuses to connect: no driver for Oracle is part of this release. */
export function oracleCompileOnlyDialect(): Dialect {
  return {
    createAdapter: () => new OracleAdapter(oracleEngine()),
    createDriver: () => disconnectedDriver,
    createIntrospector: () => disconnectedIntrospector,
    createQueryCompiler: () => new OracleQueryCompiler(),
  };
}

const disconnectedDriver: Driver = {
  init: () => Promise.resolve(),
  acquireConnection: refuseToConnect,
  beginTransaction: refuseToConnect,
  commitTransaction: refuseToConnect,
  rollbackTransaction: refuseToConnect,
  releaseConnection: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
};

const disconnectedIntrospector: DatabaseIntrospector = {
  getSchemas: refuseToConnect,
  getTables: refuseToConnect,
};

function refuseToConnect(): Promise<never> {
  return Promise.reject(
    new Error(
      'Oracle is compiled for but not connected to: this release has no Oracle driver; set DATABASE_URL instead',
    ),
  );
}

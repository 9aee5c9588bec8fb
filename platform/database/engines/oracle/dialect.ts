import type { DatabaseIntrospector, Dialect, Driver } from 'kysely';
import type { Engine } from '../engine.ts';
import { OracleAdapter } from './adapter.ts';
import { OracleQueryCompiler } from './compiler.ts';
import type { OracleDriver } from './driver.ts';
import { oracleEngine } from './engine.ts';
import { oracleIntrospector } from './introspector.ts';

export function oracleDialect(driver: OracleDriver, engine: Engine): Dialect {
  return {
    createAdapter: () => new OracleAdapter(engine),
    createDriver: () => driver,
    createIntrospector: oracleIntrospector,
    createQueryCompiler: () => new OracleQueryCompiler(),
  };
}

/** Compiles Oracle text and refuses to connect: for who wants the text alone. */
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
  return Promise.reject(new Error('this handle compiles for Oracle and has no driver'));
}

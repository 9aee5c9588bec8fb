import type { Engine, OnQuery } from '../engine.ts';
import { driverFault } from './driver-fault.ts';
import { isDangling, isDuplicate, isRetryable, oracleCode } from './errors.ts';
import { plainInsert } from './insert-if-absent.ts';
import { loadOracleClient, type OracleClient } from './oracle-client.ts';
import { nextIdBlockSql } from './sequences.ts';

export function oracleEngine(onQuery?: OnQuery, load: () => Promise<OracleClient> = loadOracleClient): Engine {
  return {
    name: 'oracle',
    nextIdBlockSql,
    waitSql: 'call dbms_session.sleep(:1)',
    insertIfAbsent: plainInsert,
    wasInserted: async (insert) => {
      try {
        return (await insert()) === 1n;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    isRetryable,
    isDuplicate,
    isDangling,
    codeOf: oracleCode,
    driverFault: async () => driverFault((await load()).versionString),
    onQuery,
    obstacles: {},
  };
}

import type { RootOperationNode } from 'kysely';
import type { Engine } from '../engine.ts';
import { oracleErrorNumber } from './errors.ts';
import { plainInsert } from './insert-if-absent.ts';
import { nextIdBlockSql } from './sequences.ts';

const duplicate = 1;
const deadlock = 60;
const noSuchParent = 2291;
const serialisationFailure = 8177;

export function oracleEngine(onQuery?: (name: string, node: RootOperationNode) => void): Engine {
  return {
    name: 'oracle',
    nextIdBlockSql,
    insertIfAbsent: plainInsert,
    isRetryable: (error) => [deadlock, serialisationFailure].includes(oracleErrorNumber(error)),
    isDuplicate: (error) => oracleErrorNumber(error) === duplicate,
    isDangling: (error) => oracleErrorNumber(error) === noSuchParent,
    codeOf: (error) => `ORA-${String(oracleErrorNumber(error)).padStart(5, '0')}`,
    onQuery,
  };
}

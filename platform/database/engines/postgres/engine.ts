import { type InsertQueryNode, OnConflictNode } from 'kysely';
import type { Engine, OnQuery } from '../engine.ts';
import { isDuplicate, postgresCode } from './errors.ts';

export function postgresEngine(onQuery?: OnQuery): Engine {
  return {
    name: 'postgres',
    nextIdBlockSql: "select nextval('business_ids') as first_id",
    waitSql: 'select pg_sleep($1)',
    insertIfAbsent: (node: InsertQueryNode) => ({
      ...node,
      onConflict: OnConflictNode.cloneWith(OnConflictNode.create(), { doNothing: true }),
    }),
    wasInserted: async (insert) => (await insert()) === 1n,
    isRetryable: (error) => ['40P01', '40001'].includes(postgresCode(error)),
    isDuplicate,
    isDangling: (error) => postgresCode(error) === '23503',
    codeOf: postgresCode,
    onQuery,
    obstacles: {},
  };
}

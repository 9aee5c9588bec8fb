import { openDatabase } from '@octo/platform/database/open-database.ts';
import { CommonGround } from '@octo/platform/testing/common-ground.ts';
import { recordQuery } from '@octo/platform/testing/record-queries.ts';
import { sharedDatabase } from '@octo/platform/testing/shared-database.ts';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { TestDatabase } from './test-database.ts';

/** The database as its owner, to arrange and to look. Where tests share it, it takes only what both engines do. */
export function openOwner({ addresses }: Pick<TestDatabase, 'addresses'>, poolMax = 2): Kysely<Tables> {
  const options = { ...addresses.owner, applicationName: 'test', poolMax, onQuery: recordQuery };
  const owner = openDatabase<Tables>(options);
  return sharedDatabase() ? owner.withPlugin(new CommonGround()) : owner;
}

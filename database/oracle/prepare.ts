import type { OracleSignIn } from '@octo/platform/database/address.ts';
import { CompiledQuery } from 'kysely';
import { seedDatabase } from '../seed/seed-database.ts';
import { heldRights } from './dictionary.ts';
import { migrateOracle } from './migrate.ts';
import { openOracleAs } from './open-oracle.ts';
import type { OraclePrepareInput } from './prepare-input.ts';
import { prepareUsers } from './prepare-users.ts';
import { planRights, wantedRights } from './rights.ts';
import type { OracleSignIns } from './sign-ins.ts';
import { type OracleUsers, oracleUsers } from './users.ts';

/** Makes users, limits, schema, rights and first data on an Oracle database, as far as they are missing. Safe to run again. */
export async function prepareOracle(input: OraclePrepareInput): Promise<OracleSignIns> {
  const users = input.users ?? oracleUsers();
  const { signIns, done } = await prepareUsers(input, users);
  const owner = ownerSignIn(input.admin, signIns, users);
  done.push(...(await prepareOwnedSchema(input, owner, users)));
  input.onProgress(done.length > 0 ? `Prepared the database: ${done.join(', ')}.` : 'Everything was there already.');
  return signIns;
}

export function ownerSignIn(admin: OracleSignIn, { users: kept }: OracleSignIns, { owner }: OracleUsers): OracleSignIn {
  const password = kept[owner]?.password;
  if (password === undefined) throw new Error(`There is no password for ${owner}`);
  return { ...admin, user: owner, credential: { password }, schema: undefined };
}

async function prepareOwnedSchema(
  input: OraclePrepareInput,
  signIn: OracleSignIn,
  users: OracleUsers,
): Promise<string[]> {
  await using owner = openOracleAs(signIn, input.client);
  const done: string[] = [];
  const migrated = await migrateOracle(owner.schemaDb);
  if (migrated.length > 0) done.push(migrated.length === 1 ? '1 migration' : `${migrated.length} migrations`);
  const statements = planRights(await heldRights(owner.dictionary, users), wantedRights(users), users.owner);
  for (const statement of statements) await owner.schemaDb.executeQuery(CompiledQuery.raw(statement));
  if (statements.length > 0) done.push('rights for each service');
  if (input.seed !== false) {
    const seeded = await seedDatabase(owner.db, { now: new Date(), credentialsFile: input.credentialsFile });
    if (seeded) done.push(`${seeded.products} products and ${seeded.orders} orders`);
  }
  return done;
}

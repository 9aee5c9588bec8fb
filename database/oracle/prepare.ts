import type { OracleSignIn } from '@octo/platform/database/address.ts';
import { CompiledQuery } from 'kysely';
import { migrationsInWords, seedInWords } from '../prepared-in-words.ts';
import { seedDatabase } from '../seed/seed-database.ts';
import { missingRights } from './dictionary.ts';
import { migrateOracle } from './migrate.ts';
import { openOracleAs } from './open-oracle.ts';
import type { OraclePrepareInput } from './prepare-input.ts';
import { prepareUsers } from './prepare-users.ts';
import { type OracleSignIns, signInOf } from './sign-ins.ts';
import { type OracleUsers, oracleUsers } from './users.ts';

/** Makes users, limits, schema, rights and first data on an Oracle database, as far as they are missing. Safe to run again. */
export async function prepareOracle(input: OraclePrepareInput): Promise<OracleSignIns> {
  const users = input.users ?? oracleUsers();
  const { signIns, done } = await prepareUsers(input, users);
  const owner = signInOf(input.admin, signIns, users.owner);
  done.push(...(await prepareOwnedSchema(input, owner, users)));
  input.onProgress(done.length > 0 ? `Prepared the database: ${done.join(', ')}.` : 'Everything was there already.');
  return signIns;
}

async function prepareOwnedSchema(
  input: OraclePrepareInput,
  signIn: OracleSignIn,
  users: OracleUsers,
): Promise<string[]> {
  await using owner = openOracleAs(signIn, input.client);
  const done = migrationsInWords(await migrateOracle(owner.schemaDb));
  const statements = await missingRights(owner.dictionary, users);
  for (const statement of statements) await owner.schemaDb.executeQuery(CompiledQuery.raw(statement));
  if (statements.length > 0) done.push('rights for each service');
  if (input.seed !== false) {
    const { credentialsFile } = input;
    done.push(...seedInWords(await seedDatabase(owner.db, { now: new Date(), credentialsFile })));
  }
  return done;
}

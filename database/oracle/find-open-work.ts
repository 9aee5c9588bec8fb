import type { OracleSignIn } from '@octo/platform/database/address.ts';
import { planAdministration } from './administration.ts';
import { findInDatabase, heldRights } from './dictionary.ts';
import { missingSteps } from './migrate.ts';
import { openOracleAs } from './open-oracle.ts';
import type { OraclePrepareInput } from './prepare-input.ts';
import { planRights, wantedRights } from './rights.ts';
import type { OpenWork } from './script.ts';
import { findSignInsOf } from './sign-ins.ts';
import { type OracleUsers, oracleUsers } from './users.ts';

/** What preparing this database would still do. Nothing is changed. */
export async function findOpenWork(
  input: Pick<OraclePrepareInput, 'admin' | 'signInsFile' | 'users' | 'client'>,
): Promise<OpenWork> {
  const users = input.users ?? oracleUsers();
  await using admin = openOracleAs(input.admin, input.client);
  const found = await findInDatabase(admin.dictionary, users);
  const administration = planAdministration(users, found);
  const password = (await findSignInsOf(input.signInsFile, input.admin.dsn))?.users[users.owner]?.password;
  if (password === undefined || !found.profileOf.has(users.owner))
    return { administration, migrations: undefined, rights: [] };
  const owner = { ...input.admin, user: users.owner, credential: { password } };
  return { administration, ...(await findOwnersWork(owner, input, users)) };
}

async function findOwnersWork(
  signIn: OracleSignIn,
  { client }: Pick<OraclePrepareInput, 'client'>,
  users: OracleUsers,
): Promise<Pick<OpenWork, 'migrations' | 'rights'>> {
  await using owner = openOracleAs(signIn, client);
  const migrations = await missingSteps(owner.schemaDb);
  return {
    migrations,
    rights: planRights(await heldRights(owner.dictionary, users), wantedRights(users), users.owner),
  };
}

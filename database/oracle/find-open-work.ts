import { planAdministration } from './administration.ts';
import { findInDatabase, missingRights } from './dictionary.ts';
import { findLostPasswords } from './find-lost-passwords.ts';
import { missingSteps } from './migrate.ts';
import { openOracleAs } from './open-oracle.ts';
import type { OraclePrepareInput } from './prepare-input.ts';
import type { OpenWork } from './script.ts';
import { findSignInsOf, signInOf } from './sign-ins.ts';
import { oracleUsers } from './users.ts';

/** What preparing this database would still do. Nothing is changed. */
export async function findOpenWork({
  admin,
  signInsFile,
  client,
  users = oracleUsers(),
}: Pick<OraclePrepareInput, 'admin' | 'signInsFile' | 'users' | 'client'>): Promise<OpenWork> {
  const place = { admin, ...(client ? { client } : {}) };
  const signIns = (await findSignInsOf(signInsFile, admin.dsn)) ?? { users: {} };
  await using administrator = openOracleAs(admin, client);
  const found = await findInDatabase(administrator.dictionary, users);
  const lost = await findLostPasswords(place, found.profileOf.keys(), signIns.users);
  const administration = planAdministration(users, found, new Set(lost));
  if (lost.includes(users.owner) || !found.rights.has(`${users.owner} create session`))
    return { administration, migrations: undefined, rights: [] };
  await using owner = openOracleAs(signInOf(admin, signIns, users.owner), client);
  const migrations = await missingSteps(owner.schemaDb);
  return { administration, migrations, rights: await missingRights(owner.dictionary, users) };
}

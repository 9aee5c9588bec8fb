import type { OracleSignIn } from '@octo/platform/database/address.ts';
import { withoutSpans } from '@octo/platform/telemetry/without-spans.ts';
import { CompiledQuery } from 'kysely';
import { type AdministratorStep, planAdministration, type StepGroup, shownPassword } from './administration.ts';
import { findInDatabase } from './dictionary.ts';
import { findLostPasswords } from './find-lost-passwords.ts';
import { newOraclePassword } from './new-password.ts';
import { type OpenOracle, openOracleAs } from './open-oracle.ts';
import { oracleCode } from './oracle-code.ts';
import type { OraclePrepareInput } from './prepare-input.ts';
import { findSignInsOf, type OracleSignIns, writeOracleSignIns } from './sign-ins.ts';
import type { OracleUsers } from './users.ts';

export interface PreparedUsers {
  signIns: OracleSignIns;
  /** What was changed, in words. */
  done: string[];
}

/** What an administrator does: users, their limits and what they may. Every new password is kept before the next one is made. */
export async function prepareUsers(input: OraclePrepareInput, users: OracleUsers): Promise<PreparedUsers> {
  const kept = await findSignInsOf(input.signInsFile, input.admin.dsn);
  await using admin = openOracleAs(input.admin, input.client);
  const signIns = { ...placeOf(input.admin, users), users: { ...kept?.users } };
  const found = await findInDatabase(admin.dictionary, users);
  const existing = [...found.profileOf.keys()];
  const renewed = input.rotate ? existing : await findLostPasswords(input, existing, signIns.users);
  const groups = planAdministration(users, found, new Set(renewed));
  const done: string[] = [];
  for (const group of groups) {
    if (await runGroup(admin, group, input, signIns)) done.push(group.title);
  }
  await writeOracleSignIns(input.signInsFile, signIns);
  if (renewed.length > 0) {
    input.onProgress(
      `Gave ${renewed.join(', ')} new passwords: what runs with the old ones has a day to be started anew with these.`,
    );
  }
  return { signIns, done };
}

function placeOf({ dsn, wallet }: OracleSignIn, { owner }: OracleUsers): Omit<OracleSignIns, 'users'> {
  return { dsn, schema: owner, ...(wallet ? { walletDir: wallet.dir } : {}) };
}

const notAllowed = ['ORA-01031', 'ORA-00942', 'ORA-01720', 'ORA-06550'];

/** Returns whether all of it was done. */
async function runGroup(
  admin: OpenOracle,
  { title, steps, instead }: StepGroup,
  input: OraclePrepareInput,
  signIns: OracleSignIns,
): Promise<boolean> {
  for (const step of steps) {
    try {
      await runStep(admin, step, input, signIns);
    } catch (error) {
      const code = oracleCode(error);
      if (instead === undefined || !notAllowed.includes(code))
        throw new Error(`Preparing the database stopped with ${code} at: ${step.sql}`, { cause: error });
      input.onProgress(`Left out ${title}: this administrator may not ${step.sql} (${code}). ${instead}`);
      return false;
    }
  }
  return true;
}

async function runStep(
  admin: OpenOracle,
  { sql, passwordOf }: AdministratorStep,
  { signInsFile }: OraclePrepareInput,
  signIns: OracleSignIns,
): Promise<void> {
  const password = passwordOf === undefined ? '' : newOraclePassword(passwordOf);
  // A password is in no span.
  await withoutSpans(() => admin.schemaDb.executeQuery(CompiledQuery.raw(sql.replace(shownPassword, password))));
  if (passwordOf === undefined) return;
  signIns.users[passwordOf] = { password };
  await writeOracleSignIns(signInsFile, signIns);
}

import { CompiledQuery } from 'kysely';
import { openOracleAs } from './open-oracle.ts';
import { oracleCode } from './oracle-code.ts';
import type { OraclePrepareInput } from './prepare-input.ts';
import type { OracleSignIns } from './sign-ins.ts';

type Place = Pick<OraclePrepareInput, 'admin' | 'client'>;

/** Those of the users whose password was not kept, or is no longer right. */
export async function findLostPasswords(
  place: Place,
  existing: Iterable<string>,
  kept: OracleSignIns['users'],
): Promise<string[]> {
  const lost: string[] = [];
  for (const user of existing) {
    const password = kept[user]?.password;
    if (password === undefined || !(await isRightPassword(place, user, password))) lost.push(user);
  }
  return lost;
}

const refusals = ['ORA-01017', 'ORA-28000', 'ORA-28001'];
// Told to who knows the password and lacks the right to sign in.
const rightIsMissing = 'ORA-01045';

/** One attempt, so that no account is locked by it. */
async function isRightPassword({ admin, client }: Place, user: string, password: string): Promise<boolean> {
  await using session = openOracleAs({ ...admin, user, credential: { password } }, client);
  try {
    await session.schemaDb.executeQuery(CompiledQuery.raw('select 1 as one from dual'));
    return true;
  } catch (error) {
    const code = oracleCode(error);
    if (code === rightIsMissing || refusals.includes(code)) return code === rightIsMissing;
    throw error;
  }
}

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { loginRoles } from '@octo/database/grants.ts';
import { prepareOracle } from '@octo/database/oracle/prepare.ts';
import { removeInstallation } from '@octo/database/oracle/remove.ts';
import { type OracleSignIns, signInOf } from '@octo/database/oracle/sign-ins.ts';
import { oracleUsers } from '@octo/database/oracle/users.ts';
import type { OracleAddress, OracleSignIn } from '@octo/platform/database/address.ts';
import type { OracleClient } from '@octo/platform/database/engines/oracle/oracle-client.ts';
import type { OwnedDatabase } from './share-database.ts';

export interface OracleHost {
  /** Who may make users and take them away. */
  admin: OracleSignIn;
  /** For the passwords of the run. */
  dir: string;
  say(line: string): void;
  /** Stands in for the driver. */
  client?: OracleClient;
}

/** A schema of the run's own, with users of its own, made as `npm run oracle:prepare` makes them, and gone at its end. */
export async function shareOnOracle({ admin, dir, say, client }: OracleHost): Promise<OwnedDatabase> {
  const users = oracleUsers(`octo_test_${randomBytes(3).toString('hex')}`);
  const driver = client ? { client } : {};
  const remove = () => removeInstallation({ admin, users, ...driver });
  say(`The users of this run begin with ${users.owner.replace(/owner$/, '')}; they are taken away at its end.`);
  try {
    const files = { signInsFile: join(dir, 'oracle.json'), credentialsFile: join(dir, 'credentials.json') };
    const signIns = await prepareOracle({ admin, users, ...files, onProgress: say, seed: false, ...driver });
    const roles = loginRoles.map((role) => [role, addressOf(admin, signIns, users.roles[role], users.owner)]);
    const owner = addressOf(admin, signIns, users.owner);
    return { engine: 'oracle', owner, roles: Object.fromEntries(roles), [Symbol.asyncDispose]: remove };
  } catch (error) {
    // Why it failed matters more than what it left behind, whose names were said.
    await remove().catch(() => undefined);
    throw error;
  }
}

function addressOf(admin: OracleSignIn, signIns: OracleSignIns, user: string, schema?: string): OracleAddress {
  return { oracle: { ...signInOf(admin, signIns, user), schema } };
}

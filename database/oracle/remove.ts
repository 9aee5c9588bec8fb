import { setTimeout as sleep } from 'node:timers/promises';
import type { OracleSignIn } from '@octo/platform/database/address.ts';
import type { OracleClient } from '@octo/platform/database/engines/oracle/oracle-client.ts';
import { CompiledQuery } from 'kysely';
import { type OpenOracle, openOracleAs } from './open-oracle.ts';
import { oracleCode } from './oracle-code.ts';
import { allUsers, type OracleUsers } from './users.ts';

export interface OracleRemoval {
  admin: OracleSignIn;
  users: OracleUsers;
  /** Stands in for the driver. */
  client?: OracleClient;
  /** Between attempts while a session that was ended is still being cleared away. */
  pauseMs?: number;
}

const noSuchUser = 'ORA-01918';
const noSuchProfile = 'ORA-02380';
const stillConnected = 'ORA-01940';
const mostAttempts = 30;

/** The users of an installation with everything that is theirs, the owner last, and then their limits. */
export function removalTexts(users: OracleUsers): string[] {
  const names = allUsers(users).toReversed();
  return [...names.map((user) => `drop user ${user} cascade`), `drop profile ${users.profile} cascade`];
}

/** Takes a whole installation away, with all data. Meant for those of tests. */
export async function removeInstallation({ admin, users, client, pauseMs = 1000 }: OracleRemoval): Promise<void> {
  await using session = openOracleAs(admin, client);
  for (const text of removalTexts(users)) await drop(session, text, pauseMs);
}

async function drop({ schemaDb }: OpenOracle, text: string, pauseMs: number): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await schemaDb.executeQuery(CompiledQuery.raw(text));
      return;
    } catch (error) {
      const code = oracleCode(error);
      if (code === noSuchUser || code === noSuchProfile) return;
      if (code !== stillConnected || attempt === mostAttempts) throw error;
      await sleep(pauseMs);
    }
  }
}

import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { stopPostmasterOf } from '@octo/platform/embedded-postgres/postmaster.ts';
import type { ToolsConfig } from '../config.ts';
import { takeLock } from '../start/lock.ts';
import { octoPaths } from '../start/paths.ts';

export interface ResetOptions {
  readonly config: ToolsConfig;
  isAgreed(question: string): Promise<boolean>;
  say(line: string): void;
}

/** Destroys the embedded database after asking; the next start makes a new one. Returns the exit code. */
export async function resetDatabase({ config, isAgreed, say }: ResetOptions): Promise<number> {
  if (config.databaseUrl ?? config.databaseOwnerUrl ?? config.oracleDsn) {
    say(
      'DATABASE_URL, DATABASE_OWNER_URL or ORACLE_DSN names a database of your own. This command only resets the embedded one; unset them first.',
    );
    return 1;
  }
  const { databaseDir, credentialsFile } = octoPaths(config.octoDir);
  if (!existsSync(databaseDir)) {
    say('There is no embedded database yet; nothing to reset.');
    return 0;
  }
  try {
    await using _lock = await takeLock(config.octoDir);
    say('This destroys for good:');
    say(`  ${relative(config.rootDir, databaseDir)}  the database, with every product, customer and order in it`);
    if (existsSync(credentialsFile)) say(`  ${relative(config.rootDir, credentialsFile)}  the demo sign-ins`);
    if (!(await isAgreed('Type "yes" to go on: '))) {
      say('Nothing was changed.');
      return 1;
    }
    await stopPostmasterOf(databaseDir);
    await rm(databaseDir, { recursive: true, force: true });
    await rm(credentialsFile, { force: true });
    say('Done. The next "npm start" makes a new database.');
    return 0;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

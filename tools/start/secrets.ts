import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { isRecord, readJsonFile, writeJsonFile } from './files.ts';

export interface Secrets {
  readonly postgresPassword: string;
  readonly sessionSecret: string;
}

/** Made once per folder, readable by its owner only. */
export async function readOrMakeSecrets(octoDir: string): Promise<Secrets> {
  const path = join(octoDir, 'secrets.json');
  const found = await readJsonFile(path);
  const kept = isRecord(found) ? found : {};
  const secrets = {
    postgresPassword: typeof kept.postgresPassword === 'string' ? kept.postgresPassword : makeSecret(),
    sessionSecret: typeof kept.sessionSecret === 'string' ? kept.sessionSecret : makeSecret(),
  };
  if (kept.postgresPassword !== secrets.postgresPassword || kept.sessionSecret !== secrets.sessionSecret) {
    await writeJsonFile(path, { ...kept, ...secrets }, 0o600);
  }
  return secrets;
}

function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}

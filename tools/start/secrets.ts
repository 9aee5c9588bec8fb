import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { isRecord, readJsonFile, writeJsonFile } from './files.ts';

const names = ['postgresPassword', 'sessionSecret', 'internalServiceKey'] as const;

export type Secrets = Readonly<Record<(typeof names)[number], string>>;

/** Made once per folder, readable by its owner only; what a newer release asks for is added. */
export async function readOrMakeSecrets(octoDir: string): Promise<Secrets> {
  const path = join(octoDir, 'secrets.json');
  const found = await readJsonFile(path);
  const kept = isRecord(found) ? found : {};
  const secretOf = (name: keyof Secrets) => {
    const secret = kept[name];
    return typeof secret === 'string' ? secret : makeSecret();
  };
  const secrets: Secrets = {
    postgresPassword: secretOf('postgresPassword'),
    sessionSecret: secretOf('sessionSecret'),
    internalServiceKey: secretOf('internalServiceKey'),
  };
  if (names.some((name) => kept[name] !== secrets[name])) await writeJsonFile(path, { ...kept, ...secrets }, 0o600);
  return secrets;
}

function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}

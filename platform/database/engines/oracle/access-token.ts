import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The names under which `oci iam db-token get` writes them. */
export const tokenFile = 'token';
export const tokenKeyFile = 'oci_db_key.pem';

export interface AccessToken {
  token: string;
  privateKey: string;
}

/** The token and its key as they are now: whoever renews them writes over the files. */
export function readAccessToken(tokenDir: string): AccessToken {
  const read = (name: string) => readFileSync(join(tokenDir, name), 'utf8').trim();
  return { token: read(tokenFile), privateKey: read(tokenKeyFile) };
}

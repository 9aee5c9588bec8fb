import { createPrivateKey } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AccessToken, readAccessToken, tokenFile, tokenKeyFile } from './access-token.ts';
import type { SignInFault } from './sign-in-fault.ts';

const renewal = '`oci iam db-token get` writes both files anew';

/** What would keep the driver from signing in with the token in this folder. */
export function tokenFaults(tokenDir: string, now: Date): SignInFault[] {
  const missing = [tokenFile, tokenKeyFile].filter((name) => !existsSync(join(tokenDir, name)));
  if (missing.length > 0) return [inFolder(`${tokenDir} has no ${missing.join(' and no ')}: ${renewal}`)];
  const read = tryToRead(tokenDir);
  if (read === undefined) return [inFolder(`${tokenFile} and ${tokenKeyFile} in ${tokenDir} cannot be read`)];
  const { token, privateKey } = read;
  const expiry = expiryOf(token);
  if (expiry === undefined) return [inFolder(`${join(tokenDir, tokenFile)} holds no database token: ${renewal}`)];
  if (now > expiry)
    return [inFolder(`the token in ${tokenDir} expired on ${expiry.toISOString().slice(0, 19)}Z: ${renewal}`)];
  return isKey(privateKey) ? [] : [inFolder(`${join(tokenDir, tokenKeyFile)} holds no private key: ${renewal}`)];
}

function tryToRead(tokenDir: string): AccessToken | undefined {
  try {
    return readAccessToken(tokenDir);
  } catch {
    return undefined;
  }
}

/** When a token ends, by its own words; undefined for what is no token. */
function expiryOf(token: string): Date | undefined {
  try {
    const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return typeof exp === 'number' ? new Date(exp * 1000) : undefined;
  } catch {
    return undefined;
  }
}

function isKey(pem: string): boolean {
  try {
    createPrivateKey(pem);
    return true;
  } catch {
    return false;
  }
}

function inFolder(message: string): SignInFault {
  return { at: 'tokenDir', message };
}

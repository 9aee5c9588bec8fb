import { timingSafeEqual } from 'node:crypto';
import { type Argon2Cost, decoyHash, derive } from './hash-password.ts';

const phcFormat =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;
/** More than this is no hash of ours, but somebody's way to keep us busy: 128 MiB, in KiB. */
const mostMemory = 131_072;

interface StoredHash extends Argon2Cost {
  nonce: Buffer;
  tag: Buffer;
}

/**
 * Whether the password is the one of an Argon2id hash in PHC string format, by the parameters that stand in it. False for
 * a text that is no such hash, after the work of one that is; never throws for what it was given. The comparison takes as
 * long for a near miss as for any other.
 */
export async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const stored = readPhc(phc) ?? readPhc(decoyHash);
  if (!stored) return false;
  const { tag, ...parameters } = stored;
  const derived = await derive('argon2id', { message: password, tagLength: tag.length, ...parameters });
  return timingSafeEqual(derived, tag);
}

function readPhc(phc: string): StoredHash | undefined {
  const match = phcFormat.exec(phc);
  if (!match) return undefined;
  const [memory = 0, passes = 0, parallelism = 0] = match.slice(1, 4).map(Number);
  const [nonce, tag] = match.slice(4).map((text) => Buffer.from(text, 'base64'));
  const isBearable = passes >= 1 && parallelism >= 1 && memory >= 8 * parallelism && memory <= mostMemory;
  return nonce && tag && isBearable ? { memory, passes, parallelism, nonce, tag } : undefined;
}

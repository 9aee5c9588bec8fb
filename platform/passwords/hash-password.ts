import { type Argon2Parameters, argon2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

/** What one try costs. */
export type Argon2Cost = Pick<Argon2Parameters, 'memory' | 'passes' | 'parallelism'>;

export const derive = promisify(argon2);

// The second recommendation of OWASP's password storage cheat sheet: 19 MiB, two passes, one lane.
const cost: Argon2Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const saltLength = 16;
const tagLength = 32;

/** The Argon2id hash of a password in PHC string format, which names its own parameters. Salted anew each time. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(saltLength);
  return toPhc(nonce, await derive('argon2id', { message: password, nonce, tagLength, ...cost }));
}

/** A hash that no password has. To verify against it takes as long as against a real one, so that a stranger learns no name. */
export const decoyHash = toPhc(Buffer.alloc(saltLength), Buffer.alloc(tagLength));

function toPhc(nonce: Uint8Array, tag: Uint8Array): string {
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Authority, Identity } from './certificates.ts';

export interface WalletContent {
  identity: Identity;
  trusted: readonly Authority[];
  /** Encrypts the key, as it is in a wallet that a database gives away. */
  password?: string;
  /** The text of tnsnames.ora. */
  names?: string;
}

export interface TestFolder extends Disposable {
  dir: string;
}

/** A wallet as it is unpacked. */
export function makeWallet({ identity, trusted, password, names }: WalletContent): TestFolder {
  const encryption = password === undefined ? {} : { cipher: 'aes-256-cbc', passphrase: password };
  const key = identity.key.export({ type: 'pkcs8', format: 'pem', ...encryption });
  const certificates = [identity, ...trusted].map(({ certificate }) => certificate);
  const files = { 'ewallet.pem': [key, ...certificates].join('\n') };
  return makeFolder(names === undefined ? files : { ...files, 'tnsnames.ora': names });
}

export function makeFolder(files: Readonly<Record<string, string>>): TestFolder {
  const dir = mkdtempSync(join(tmpdir(), 'octo-sign-in-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  return { dir, [Symbol.dispose]: () => rmSync(dir, { recursive: true }) };
}

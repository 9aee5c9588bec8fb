import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { OracleWallet } from '../../address.ts';
import type { SignInFault } from './sign-in-fault.ts';

/** The one file of a wallet that the driver reads. */
const walletFile = 'ewallet.pem';

/** What would keep the driver from signing in with this wallet: a file, the password of its key, or the days of its certificate. */
export function walletFaults({ dir, password }: OracleWallet, now: Date): SignInFault[] {
  const pem = readWallet(dir);
  if (typeof pem !== 'string') return [pem];
  const [certificate] = certificatesIn(pem);
  if (certificate === undefined) return [inFolder(`${walletFile} in ${dir} holds no certificate`)];
  const days = validityFault(certificate, now);
  const key = readKey(pem, dir, password);
  if (!('type' in key)) return days === undefined ? [key] : [days, key];
  if (!certificate.checkPrivateKey(key))
    return [inFolder(`the key and the first certificate in ${join(dir, walletFile)} do not belong together`)];
  return days === undefined ? [] : [days];
}

function readWallet(dir: string): string | SignInFault {
  const isFolder = statSync(dir, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!isFolder) return inFolder(`there is no folder ${dir}`);
  const file = join(dir, walletFile);
  if (!existsSync(file))
    return inFolder(`${dir} has no ${walletFile}: unpack there the wallet that was downloaded with the database`);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return inFolder(`${file} cannot be read`);
  }
}

function certificatesIn(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.flatMap((block) => {
    try {
      return [new X509Certificate(block)];
    } catch {
      return [];
    }
  });
}

function readKey(pem: string, dir: string, password: string | undefined): KeyObject | SignInFault {
  const [block] = /-----BEGIN ([A-Z ]*)PRIVATE KEY-----[\s\S]+?-----END \1PRIVATE KEY-----/.exec(pem) ?? [];
  if (block === undefined) return inFolder(`${walletFile} in ${dir} holds no private key`);
  const isEncrypted = block.includes('ENCRYPTED');
  if (isEncrypted && password === undefined)
    return { at: 'walletPassword', message: `is required: the key in ${join(dir, walletFile)} is encrypted` };
  try {
    return createPrivateKey({ key: block, ...(isEncrypted ? { passphrase: password } : {}) });
  } catch {
    if (!isEncrypted) return inFolder(`the private key in ${join(dir, walletFile)} cannot be read`);
    const hint = 'it is the one given when the wallet was downloaded, not that of a database user';
    return { at: 'walletPassword', message: `does not open the key in ${join(dir, walletFile)}: ${hint}` };
  }
}

function validityFault({ validFromDate, validToDate }: X509Certificate, now: Date): SignInFault | undefined {
  const renew = 'download a new wallet of the database';
  if (now > validToDate) return inFolder(`its certificate expired on ${dayOf(validToDate)}: ${renew}`);
  if (now < validFromDate) return inFolder(`its certificate is not valid before ${dayOf(validFromDate)}`);
  return undefined;
}

function dayOf(instant: Date): string {
  return `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function inFolder(message: string): SignInFault {
  return { at: 'walletDir', message };
}

import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OciConfigFile extends Disposable {
  path: string;
  /** Writes a new key over the one there is, as somebody who changes it does; `keys` knows it alone from now. */
  renew(keys: Map<string, KeyObject>): void;
}

const tenancy = 'ocid1.tenancy.oc1..tests';
const user = 'ocid1.user.oc1..tests';

/** A configuration file of OCI with a key of its own. */
export function makeOciConfigFile(): OciConfigFile {
  const dir = mkdtempSync(join(tmpdir(), 'octo-oci-'));
  const path = join(dir, 'config');
  const keyFile = join(dir, 'key.pem');
  let number = 0;
  const renew = (keys: Map<string, KeyObject>) => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    number += 1;
    const fingerprint = `20:3b:97:13:55:1c:5b:0d:d3:37:d8:50:4e:c5:3a:${String(number).padStart(2, '0')}`;
    const lines = { user, fingerprint, tenancy, region: 'eu-frankfurt-1', key_file: keyFile };
    writeFileSync(keyFile, `${privateKey.export({ type: 'pkcs8', format: 'pem' })}\nOCI_API_KEY\n`, { mode: 0o600 });
    writeFileSync(path, ['[DEFAULT]', ...Object.entries(lines).map((pair) => pair.join('='))].join('\n'));
    keys.clear();
    keys.set(`${tenancy}/${user}/${fingerprint}`, publicKey);
  };
  return { path, renew, [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }) };
}

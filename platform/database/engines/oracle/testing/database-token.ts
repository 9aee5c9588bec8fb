import { generateKeyPairSync } from 'node:crypto';

/** The two files of a token folder, as they are written for a database user; the signature is nobody's. */
export function tokenFiles(expiry: Date): { token: string; 'oci_db_key.pem': string } {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    token: `${part({ alg: 'RS256' })}.${part({ exp: Math.floor(expiry.getTime() / 1000) })}.c2lnbmVk\n`,
    'oci_db_key.pem': String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}

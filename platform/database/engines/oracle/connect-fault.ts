/** Why no session can be had until somebody changes something, by a stable code, and what to look at. */
export interface ConnectFault {
  code: string;
  /** For whoever runs the service: names settings, never a value. */
  advice: string;
}

const signInRefused = {
  code: 'database.sign_in_refused',
  advice: 'the user or its password: ORACLE_USER and ORACLE_PASSWORD, or those of the lab or of the insight',
};
const walletUnusable = {
  code: 'database.wallet_unusable',
  advice: 'ORACLE_WALLET_DIR and ORACLE_WALLET_PASSWORD: the key or a certificate cannot be read',
};
const walletRefused = {
  code: 'database.wallet_refused',
  advice: 'ORACLE_WALLET_DIR: the database wants a certificate that it trusts',
};
const untrusted = {
  code: 'database.certificate_untrusted',
  advice:
    'ORACLE_WALLET_DIR: who issued the certificate of the database is not in the wallet; without one it has to be a public authority',
};
const expired = {
  code: 'database.certificate_expired',
  advice: 'the certificate of the database, or of who issued it, has expired or is not valid yet',
};
const otherHost = {
  code: 'database.certificate_of_other_host',
  advice: 'ORACLE_DSN: the certificate found there belongs to another host',
};
const noTls = { code: 'database.no_tls', advice: 'ORACLE_DSN: no TLS is spoken there; the port of mutual TLS is 1522' };
const addressWrong = {
  code: 'database.address_wrong',
  advice: 'ORACLE_DSN: an alias of tnsnames.ora, tcps://host:port/service, or a descriptor',
};
const unsupported = {
  code: 'database.unsupported',
  advice: 'the database, or the way its user signs in, is none that the thin driver knows',
};
const renewToken = 'ORACLE_TOKEN_DIR: the token there has to be renewed, `oci iam db-token get`';
const tokenUnusable = { code: 'database.token_unusable', advice: renewToken };

const byCode: Readonly<Record<string, ConnectFault>> = {
  'ORA-01005': signInRefused,
  'ORA-01017': signInRefused,
  'ORA-01045': { code: 'database.sign_in_refused', advice: 'the user may not sign in: it lacks CREATE SESSION' },
  'ORA-28000': {
    code: 'database.account_locked',
    advice: 'the account is locked: unlock it, then see who knows a wrong password',
  },
  'ORA-28001': { code: 'database.password_expired', advice: 'the password has expired: give the user a new one' },
  'ORA-28040': unsupported,
  'NJS-084': tokenUnusable,
  'NJS-087': { code: 'database.token_expired', advice: renewToken },
  'NJS-101': signInRefused,
  'NJS-116': unsupported,
  'NJS-138': unsupported,
  'NJS-168': tokenUnusable,
  'NJS-505': walletUnusable,
  'NJS-507': otherHost,
  'NJS-508': otherHost,
  'NJS-529': walletUnusable,
  ...Object.fromEntries(
    '125 512 514 515 516 517 520 522 523 524'.split(' ').map((digits) => [`NJS-${digits}`, addressWrong]),
  ),
};

/** The driver gives every failed handshake one code, and says why in the words of its TLS. */
const byWords: readonly (readonly [RegExp, ConnectFault])[] = [
  [/NJS-50[78]/, otherHost],
  [/certificate has expired|certificate is not yet valid/, expired],
  [/wrong version number|packet length too long|record layer failure/, noTls],
  [/ alert /, walletRefused],
  [/certificate/, untrusted],
];

/** What has to be set right; undefined for a failure that may pass by itself. */
export function connectFaultOf(error: unknown): ConnectFault | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const { code, message } = error;
  if (code === 'NJS-506') return byWords.find(([words]) => words.test(message))?.[1];
  // The server looks at our certificate after the handshake, and ends the connection when it does not like it.
  if (code === 'NJS-500')
    return / alert (bad certificate|certificate|unsupported|unknown|access|handshake)/.test(message)
      ? walletRefused
      : undefined;
  if (code === 'NJS-512' && message.includes('ewallet.pem')) return walletUnusable;
  return byCode[String(code)];
}

/** True when another attempt, soon, cannot help and may lock an account. A token is renewed while we wait. */
export function isFinal({ code }: ConnectFault): boolean {
  return !code.startsWith('database.token_');
}

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { OracleSignIn } from '../../address.ts';
import { signInFaults } from './check-sign-in.ts';
import { createAuthority, type Identity } from './testing/certificates.ts';
import { tokenFiles } from './testing/database-token.ts';
import { makeFolder, makeWallet } from './testing/wallet-folder.ts';

const authority = await createAuthority('Test authority');
const identity = await authority.issue({ name: 'octo_shop' });
const names = 'octo_tp = (DESCRIPTION=)\nocto_low = (DESCRIPTION=)\n';
const now = new Date();

function faultsOf(parts: Partial<OracleSignIn>): string[] {
  const least = { dsn: 'tcps://db:1522/octo', user: 'octo_shop', wallet: undefined, schema: undefined };
  const faults = signInFaults({ ...least, credential: { password: 'x' }, ...parts }, now);
  return faults.map(({ at, message }) => `${at}: ${message}`);
}

function faultsOfWallet(dir: string, password?: string): string[] {
  return faultsOf({ wallet: { dir, password } });
}

function walletOf(identity: Identity, password?: string) {
  return makeWallet({ identity, trusted: [authority], names, ...(password === undefined ? {} : { password }) });
}

test('a wallet as it is downloaded is good with its password, and an alias that it knows', () => {
  using wallet = walletOf(identity, 'Wallet-1');
  assert.deepEqual(faultsOf({ dsn: 'OCTO_tp', wallet: { dir: wallet.dir, password: 'Wallet-1' } }), []);
});

test('an encrypted key wants a password, and the right one', () => {
  using wallet = walletOf(identity, 'Wallet-1');
  assert.match(
    faultsOfWallet(wallet.dir).join(),
    /^walletPassword: is required: the key in .*ewallet\.pem is encrypted$/,
  );
  const wrong = faultsOfWallet(wallet.dir, 'guessed-password').join();
  assert.match(wrong, /^walletPassword: does not open the key in .*ewallet\.pem/);
  assert.doesNotMatch(wrong, /guessed-password/);
});

test('a folder that is not there, or has no wallet in it, is named', () => {
  assert.deepEqual(faultsOfWallet('/nowhere/at/all'), ['walletDir: there is no folder /nowhere/at/all']);
  using empty = makeFolder({ 'cwallet.sso': 'not read' });
  assert.match(faultsOfWallet(empty.dir).join(), /^walletDir: .* has no ewallet\.pem: unpack there the wallet/);
});

test('what is no wallet inside is named', () => {
  const key = String(identity.key.export({ type: 'pkcs8', format: 'pem' }));
  using noCertificate = makeFolder({ 'ewallet.pem': key });
  assert.match(faultsOfWallet(noCertificate.dir).join(), /holds no certificate/);
  using noKey = makeFolder({ 'ewallet.pem': identity.certificate });
  assert.match(faultsOfWallet(noKey.dir).join(), /holds no private key/);
  using swapped = makeFolder({ 'ewallet.pem': `${key}\n${authority.certificate}` });
  assert.match(faultsOfWallet(swapped.dir).join(), /do not belong together/);
  const damaged = key.replace(/\n[^-\n]{10}/, '\nAAAAAAAAAA');
  using broken = makeFolder({ 'ewallet.pem': `${damaged}\n${identity.certificate}` });
  assert.match(faultsOfWallet(broken.dir).join(), /private key in .* cannot be read/);
});

test('a certificate that has expired says since when, one that is not valid yet says from when', async () => {
  const [from, to] = [new Date('2024-03-01T10:00:00Z'), new Date('2025-03-01T10:00:00Z')];
  using old = walletOf(await authority.issue({ name: 'octo_shop', validFrom: from, validTo: to }));
  assert.match(faultsOfWallet(old.dir).join(), /certificate expired on 2025-03-01 10:00 UTC: download a new wallet/);
  const later = { validFrom: new Date('2090-01-01T00:00:00Z'), validTo: new Date('2091-01-01T00:00:00Z') };
  using young = walletOf(await authority.issue({ name: 'octo_shop', ...later }));
  assert.match(faultsOfWallet(young.dir).join(), /certificate is not valid before 2090-01-01 00:00 UTC/);
});

test('everything that is wrong is told at once', async () => {
  const past = { validFrom: new Date('2024-01-01'), validTo: new Date('2025-01-01') };
  using wallet = walletOf(await authority.issue({ name: 'octo_shop', ...past }), 'Wallet-1');
  const faults = faultsOf({ dsn: 'octo_urgent', wallet: { dir: wallet.dir, password: undefined } });
  assert.deepEqual(
    faults.map((fault) => fault.split(':')[0]),
    ['dsn', 'walletDir', 'walletPassword'],
  );
  assert.match(faults[0] ?? '', /octo_urgent is not in the tnsnames\.ora of .*, which knows octo_tp, octo_low$/);
});

const addresses: [dsn: string, fault: RegExp | undefined][] = [
  ['db.example.com:1521/octo', undefined],
  ['tcps://db.example.com:1522/octo', undefined],
  ['(DESCRIPTION=(ADDRESS=(PROTOCOL=tcps)(HOST=db)(PORT=1522))(CONNECT_DATA=(SERVICE_NAME=octo)))', undefined],
  ['octo_tp', /octo_tp is an alias, which only the tnsnames\.ora of a wallet explains/],
  ['(DESCRIPTION=(ADDRESS=(HOST=db))', /as many parentheses closed as opened/],
  ['postgres://octo@db/octo', /postgres:\/\/ is no address of Oracle/],
];

for (const [dsn, fault] of addresses) {
  test(`${dsn} is ${fault ? 'refused' : 'taken'} as an address without a wallet`, () => {
    assert.match(faultsOf({ dsn }).join(), fault ?? /^$/);
  });
}

test('an alias in a wallet without tnsnames.ora says so', () => {
  using wallet = makeWallet({ identity, trusted: [authority] });
  const faults = faultsOf({ dsn: 'octo_tp', wallet: { dir: wallet.dir, password: undefined } });
  assert.match(faults.join(), /octo_tp is an alias, and .* has no tnsnames\.ora/);
});

test('files that are there and cannot be read are named, too', () => {
  using folder = makeFolder({ 'oci_db_key.pem': 'a key' });
  for (const name of ['token', 'tnsnames.ora', 'ewallet.pem']) mkdirSync(join(folder.dir, name));
  const wallet = { dir: folder.dir, password: undefined };
  assert.deepEqual(
    faultsOf({ dsn: 'octo_tp', wallet, credential: { tokenDir: folder.dir } }).map((fault) =>
      fault.replaceAll(folder.dir, 'here'),
    ),
    [
      'dsn: octo_tp is an alias, and the tnsnames.ora of here cannot be read',
      'walletDir: here/ewallet.pem cannot be read',
      'tokenDir: token and oci_db_key.pem in here cannot be read',
    ],
  );
});

test('a token folder wants both files, a token of a database that has not expired, and a key', () => {
  const files = tokenFiles(new Date(now.getTime() + 60_000));
  const faultsOfToken = (content: Record<string, string>) => {
    using folder = makeFolder(content);
    return faultsOf({ credential: { tokenDir: folder.dir } }).join();
  };
  assert.equal(faultsOfToken(files), '');
  assert.match(faultsOfToken({}), /tokenDir: .* has no token and no oci_db_key\.pem: `oci iam db-token get`/);
  assert.match(faultsOfToken({ token: files.token }), /has no oci_db_key\.pem/);
  assert.match(faultsOfToken({ ...files, token: 'not a token' }), /holds no database token/);
  assert.match(faultsOfToken({ ...files, 'oci_db_key.pem': 'not a key' }), /holds no private key/);
  const expired = faultsOfToken({ ...files, token: tokenFiles(new Date('2026-01-02T03:04:05Z')).token });
  assert.match(expired, /expired on 2026-01-02T03:04:05Z/);
  assert.ok(!expired.includes(files.token.trim()));
});

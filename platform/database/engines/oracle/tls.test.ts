import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { sql } from 'kysely';
import { AppError } from '../../../errors/app-error.ts';
import type { OracleSignIn, OracleWallet } from '../../address.ts';
import { openDatabase } from '../../open-database.ts';
import { createAuthority } from './testing/certificates.ts';
import { startPlainServer, startSilentServer, startTlsListener } from './testing/tls-listener.ts';
import { makeWallet } from './testing/wallet-folder.ts';

const authority = await createAuthority('Authority of the database');
const stranger = await createAuthority('Authority of nobody');
const here = { name: 'database', hosts: ['127.0.0.1'] };
const server = await authority.issue(here);
const client = await authority.issue({ name: 'octo_shop wallet' });

const listener = await startTlsListener({ identity: server, guestsOf: authority });
const folder = makeWallet({
  identity: client,
  trusted: [authority],
  password: 'Wallet-1',
  names: `octo_tp = ${descriptor(listener.port)}\n`,
});
const wallet = { dir: folder.dir, password: 'Wallet-1' };
const publicAuthorities = getCACertificates('default');
after(async () => {
  folder[Symbol.dispose]();
  await listener[Symbol.asyncDispose]();
});

/** As it comes with a wallet: left alone, it would try for a minute. */
function descriptor(port: number, { protocol = 'tcps', security = '(ssl_server_dn_match=yes)' } = {}): string {
  const address = `(address=(protocol=${protocol})(port=${port})(host=127.0.0.1))`;
  const service = '(connect_data=(service_name=octo_tp.adb.oraclecloud.com))';
  return `(description= (retry_count=20)(retry_delay=3)${address}${service}(security=${security}))`;
}

/** What a service is told when it asks the database there. */
async function failureAt(dsn: string, wallet: OracleWallet | undefined): Promise<AppError> {
  const oracle: OracleSignIn = {
    dsn,
    user: 'octo_shop',
    credential: { password: 'secret' },
    wallet,
    schema: undefined,
  };
  const db = openDatabase({ oracle, applicationName: 'test', poolMax: 2, connectTimeoutMs: 1000 });
  try {
    const error = await sql`select 1`.execute(db).catch((error: unknown) => error);
    assert.ok(error instanceof AppError);
    return error;
  } finally {
    await db.destroy();
  }
}

/** The code that the driver gave it. */
function causeCode({ cause }: AppError): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}

test("shows the wallet's certificate to a server that demands one, and asks for the service of the alias", async () => {
  const error = await failureAt('octo_tp', wallet);
  assert.deepEqual(listener.guests, ['octo_shop wallet']);
  assert.match(listener.wishes[0] ?? '', /SERVICE_NAME=octo_tp\.adb\.oraclecloud\.com/i);
  assert.equal(error.code, 'database.unavailable');
  assert.equal(causeCode(error), 'NJS-518', 'the listener knows no such service');
});

test('needs no wallet where the server is vouched for by an authority that everybody trusts', async () => {
  await using open = await startTlsListener({ identity: server });
  setDefaultCACertificates([authority.certificate]);
  const errors = [
    await failureAt(descriptor(open.port), undefined),
    await failureAt(`tcps://127.0.0.1:${open.port}/octo_tp`, undefined),
  ];
  setDefaultCACertificates(publicAuthorities);
  assert.deepEqual(errors.map(causeCode), ['NJS-518', 'NJS-518']);
  assert.equal(open.wishes.length, 2);
});

test('a server that demands a certificate refuses a client without a wallet', async () => {
  setDefaultCACertificates([authority.certificate]);
  const error = await failureAt(descriptor(listener.port), undefined);
  setDefaultCACertificates(publicAuthorities);
  assert.equal(error.code, 'database.wallet_refused');
  assert.match(error.advice ?? '', /ORACLE_WALLET_DIR/);
});

test('a server of an unknown authority is not told who we are', async () => {
  using other = makeWallet({ identity: client, trusted: [stranger] });
  const wrongWallet = await failureAt(descriptor(listener.port), { dir: other.dir, password: undefined });
  assert.equal(wrongWallet.code, 'database.certificate_untrusted');
  assert.match(wrongWallet.advice ?? '', /ORACLE_WALLET_DIR/);
  assert.equal((await failureAt(descriptor(listener.port), undefined)).code, 'database.certificate_untrusted');
});

test('a certificate of the server that has expired, or is not valid yet, is refused', async () => {
  const spans = [
    { validFrom: new Date('2024-01-01'), validTo: new Date('2025-01-01') },
    { validFrom: new Date('2090-01-01'), validTo: new Date('2091-01-01') },
  ];
  for (const span of spans) {
    await using wrong = await startTlsListener({ identity: await authority.issue({ ...here, ...span }) });
    assert.equal((await failureAt(descriptor(wrong.port), wallet)).code, 'database.certificate_expired');
    assert.deepEqual(wrong.wishes, []);
  }
});

test('a certificate of another host, or of another name than the descriptor says, is refused', async () => {
  await using elsewhere = await startTlsListener({
    identity: await authority.issue({ name: 'database', hosts: ['db.example.com'] }),
  });
  const otherHost = await failureAt(descriptor(elsewhere.port), wallet);
  assert.equal(otherHost.code, 'database.certificate_of_other_host');
  assert.match(otherHost.advice ?? '', /ORACLE_DSN/);
  const security = '(ssl_server_dn_match=yes)(ssl_server_cert_dn="CN=another")';
  const otherName = await failureAt(descriptor(listener.port, { security }), wallet);
  assert.equal(otherName.code, 'database.certificate_of_other_host');
});

test('a wallet that cannot be opened is named before anything is sent', async () => {
  const before = listener.guests.length;
  for (const unusable of [
    { ...wallet, password: 'wrong' },
    { dir: '/nowhere', password: undefined },
  ]) {
    const error = await failureAt(descriptor(listener.port), unusable);
    assert.equal(error.code, 'database.wallet_unusable');
    assert.match(error.advice ?? '', /ORACLE_WALLET_PASSWORD/);
  }
  assert.equal(listener.guests.length, before);
});

test('a server without TLS is named', async () => {
  await using plain = await startPlainServer();
  const error = await failureAt(descriptor(plain.port), wallet);
  assert.equal(error.code, 'database.no_tls');
  assert.match(error.advice ?? '', /ORACLE_DSN/);
});

test('where nobody listens, one attempt is made and not twenty', async () => {
  const gone = await startSilentServer();
  await gone[Symbol.asyncDispose]();
  const error = await failureAt(descriptor(gone.port), wallet);
  assert.equal(error.code, 'database.unavailable');
  assert.equal(causeCode(error), 'NJS-503');
  await using endsAtOnce = await startTlsListener({ identity: server, answer: 'end of line' });
  assert.equal((await failureAt(descriptor(endsAtOnce.port), wallet)).code, 'database.unavailable');
  assert.equal(endsAtOnce.connections(), 1);
});

test('a server that accepts and says nothing, before or after its certificate, is given up at the limit', async () => {
  await using silent = await startSilentServer();
  await using mute = await startTlsListener({ identity: server, answer: 'silence' });
  const errors = await Promise.all([silent, mute].map(({ port }) => failureAt(descriptor(port), wallet)));
  for (const error of errors) {
    assert.equal(error.code, 'database.unavailable');
    assert.equal(causeCode(error), 'NJS-510');
  }
});

test('an address that means nothing is named', async () => {
  for (const dsn of ['octo_urgent', '(description=(address=', 'tcps:///'])
    assert.equal((await failureAt(dsn, wallet)).code, 'database.address_wrong', dsn);
});

test('callers learn no path, no setting and no word of the driver', async () => {
  const { message } = await failureAt('octo_urgent', wallet);
  assert.equal(message, 'The database cannot be reached just now. Please try again in a moment.');
});

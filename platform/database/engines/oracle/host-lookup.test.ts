import assert from 'node:assert/strict';
import dns from 'node:dns';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from '../../open-database.ts';
import { createAuthority } from './testing/certificates.ts';
import { startTlsListener } from './testing/tls-listener.ts';
import { makeWallet } from './testing/wallet-folder.ts';

const host = 'database.octo.test';
const authority = await createAuthority('Authority of the database');
const listener = await startTlsListener({ identity: await authority.issue({ name: 'database', hosts: [host] }) });
const folder = makeWallet({ identity: await authority.issue({ name: 'wallet' }), trusted: [authority] });
const oracle = {
  dsn: `tcps://${host}:${listener.port}/octo_tp`,
  user: 'octo_shop',
  credential: { password: 'secret' },
  wallet: { dir: folder.dir, password: undefined },
  schema: undefined,
};
const db = openDatabase({ oracle, applicationName: 'test', poolMax: 2, connectTimeoutMs: 2000 });
after(async () => {
  await db.destroy();
  folder[Symbol.dispose]();
  await listener[Symbol.asyncDispose]();
});

test('a host whose name was not known at first, and then is, is found without a restart', async (t) => {
  let isKnown = false;
  t.mock.method(dns.promises, 'lookup', async () => {
    if (!isKnown) throw Object.assign(new Error('nobody knows that host'), { code: 'ENOTFOUND' });
    return [{ address: '127.0.0.1', family: 4 }];
  });
  const ask = () => sql`select 1`.execute(db);
  await assert.rejects(ask(), (error: Error) => Object(error.cause).code === 'NJS-530');
  isKnown = true;
  await assert.rejects(ask(), (error: Error) => Object(error.cause).code === 'NJS-518', 'the listener was reached');
  assert.equal(listener.wishes.length, 1);
});

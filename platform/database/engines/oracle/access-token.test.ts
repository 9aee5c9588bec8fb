import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { loadOracleClient, type OraclePool } from './oracle-client.ts';
import { poolAttributesOf } from './pool-attributes.ts';
import { createAuthority } from './testing/certificates.ts';
import { tokenFiles } from './testing/database-token.ts';
import { startTlsListener } from './testing/tls-listener.ts';
import { makeFolder, makeWallet } from './testing/wallet-folder.ts';

// The driver itself signs in at a loopback listener, which knows no service: NJS-518 says that the token was taken so far.
const reached = { code: 'NJS-518' };
const hourMs = 3_600_000;

const authority = await createAuthority('Authority of the database');
const listener = await startTlsListener({
  identity: await authority.issue({ name: 'database', hosts: ['127.0.0.1'] }),
  guestsOf: authority,
});
const walletFolder = makeWallet({ identity: await authority.issue({ name: 'wallet' }), trusted: [authority] });
const tokens = makeFolder({});
after(async () => {
  walletFolder[Symbol.dispose]();
  tokens[Symbol.dispose]();
  await listener[Symbol.asyncDispose]();
});
beforeEach(() => renew(new Date(Date.now() + hourMs)));

function renew(expiry: Date): void {
  for (const [name, content] of Object.entries(tokenFiles(expiry))) writeFileSync(join(tokens.dir, name), content);
}

async function createPool(): Promise<OraclePool> {
  const attributes = poolAttributesOf(
    {
      dsn: `tcps://127.0.0.1:${listener.port}/octo_tp`,
      user: 'octo_shop',
      credential: { tokenDir: tokens.dir },
      wallet: { dir: walletFolder.dir, password: undefined },
      schema: undefined,
    },
    2000,
  );
  return await (await loadOracleClient()).createPool({ ...attributes, poolMax: 1 });
}

test('signs in with the token of the folder, and with the renewed one when that has expired', async (t) => {
  const pool = await createPool();
  await assert.rejects(pool.getConnection(), reached);

  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 2 * hourMs });
  await assert.rejects(pool.getConnection(), { code: 'NJS-087' }, 'nobody has renewed it');
  renew(new Date(Date.now() + hourMs));
  await assert.rejects(pool.getConnection(), reached);
  await pool.close(0);
});

test('a token that has expired already makes no pool, and a renewed one does', async () => {
  renew(new Date(Date.now() - hourMs));
  await assert.rejects(createPool(), { code: 'NJS-087' });
  renew(new Date(Date.now() + hourMs));
  await (await createPool()).close(0);
});

test('a folder whose files have gone has a code of its own', async () => {
  rmSync(join(tokens.dir, 'token'));
  await assert.rejects(createPool(), { code: 'NJS-168' });
});

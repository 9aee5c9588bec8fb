import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { getReadiness } from '@octo/contracts/meta.ts';
import type { Tables } from '@octo/database/tables.ts';
import { createAuthority } from '@octo/platform/database/engines/oracle/testing/certificates.ts';
import { column } from '@octo/platform/database/engines/oracle/testing/oracle-columns.ts';
import { oracleError } from '@octo/platform/database/engines/oracle/testing/oracle-error.ts';
import { createRecordingClient } from '@octo/platform/database/engines/oracle/testing/recording-client.ts';
import { startSilentServer, startTlsListener } from '@octo/platform/database/engines/oracle/testing/tls-listener.ts';
import { makeWallet } from '@octo/platform/database/engines/oracle/testing/wallet-folder.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import type { Kysely } from 'kysely';
import { createShopApp } from './app.ts';
import { readConfig } from './config.ts';
import { createShop } from './context.ts';
import { shopEnv } from './testing/shop-process.ts';

const authority = await createAuthority('Authority of the database');
const stranger = await createAuthority('Authority of nobody');
const here = { name: 'database', hosts: ['127.0.0.1'] };
const folder = makeWallet({ identity: await authority.issue({ name: 'octo_shop' }), trusted: [authority] });
const wallet = { dir: folder.dir, password: undefined };
after(() => folder[Symbol.dispose]());

/** A shop over an Oracle database there, or over a handle in its place. */
async function openShop(port: number, db?: Kysely<Tables>) {
  const dsn = `tcps://127.0.0.1:${port}/octo_tp`;
  const oracle = { dsn, user: 'octo_shop', credential: { password: 'secret-word' }, wallet, schema: 'octo_owner' };
  const lines: string[] = [];
  const logger = createLogger({ name: 'shop', namespace: 'octo', version: '1.2.3' }, 'info', {
    write: (line) => void lines.push(line),
  });
  const shop = await createShop(readConfig(shopEnv({ oracle })), { logger, ...(db === undefined ? {} : { db }) });
  const app = await createShopApp(shop);
  return {
    app,
    lines,
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await shop[Symbol.asyncDispose]();
    },
  };
}

test('while nobody listens there the shop lives, is not ready, and says no more than why', async () => {
  const gone = await startSilentServer();
  await gone[Symbol.asyncDispose]();
  await using shop = await openShop(gone.port);
  const answer = await shop.app.inject('/ready');
  const told = expectContract(getReadiness, 503, answer);
  assert.deepEqual([told.reason, told.db_type], ['database.unavailable', 'oracle']);
  assert.doesNotMatch(answer.body, /\bat |NJS-|127\.0\.0\.1|secret-word/);
  assert.equal((await shop.app.inject('/health')).statusCode, 200);
  expectProblem(await shop.app.inject('/api/products'), { status: 503, code: 'shops.not_ready' });
});

test('a server that the wallet does not trust is named, and its log says which setting to look at', async () => {
  await using listener = await startTlsListener({ identity: await stranger.issue(here) });
  await using shop = await openShop(listener.port);
  const told = expectContract(getReadiness, 503, await shop.app.inject('/ready'));
  assert.equal(told.reason, 'database.certificate_untrusted');
  const line = shop.lines.map((text) => JSON.parse(text)).find(({ message }) => message === 'not ready');
  assert.match(line['error.advice'], /^ORACLE_WALLET_DIR/);
  assert.doesNotMatch(shop.lines.join(), /secret-word/);
});

test('it is ready by itself as soon as the database lets it in', async () => {
  const recording = createRecordingClient();
  recording.answer('connect', { error: oracleError('NJS-511') });
  const oracle = {
    dsn: 'db:1522/octo',
    user: 'octo_shop',
    credential: { password: 'x' },
    wallet: undefined,
    schema: '',
  };
  const { client } = recording;
  await using db = openDatabase<Tables>({ oracle, client, applicationName: 'shop', poolMax: 2 });
  await using shop = await openShop(1, db);
  const away = expectContract(getReadiness, 503, await shop.app.inject('/ready'));
  assert.equal(away.reason, 'database.unavailable');

  const shopColumns = ['SLUG', 'NAME', 'REGION', 'CURRENCY', 'STATUS'].map((name) => column.text(name));
  const row = [1, 'primary-store', 'Primary store', 'EU', 'USD', 'active'];
  recording.answer(/catalog_version/, { columns: [column.number('VERSION', 19)], rows: [[1]] });
  recording.answer(/from shops/, { columns: [column.number('ID', 19), ...shopColumns], rows: [row] });
  const categories = [column.text('CATEGORY'), column.bareNumber('PRODUCTS')];
  recording.answer(/group by category/, { columns: categories, rows: [['Drones', 3]] });
  recording.answer('connect', { rowsAffected: 0 });
  const ready = expectContract(getReadiness, 200, await shop.app.inject('/ready'));
  assert.equal(ready.db_type, 'oracle');
  assert.deepEqual((await shop.app.inject('/api/categories')).json(), { categories: ['Drones'] });
});

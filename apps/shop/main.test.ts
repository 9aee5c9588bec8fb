import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { after, test } from 'node:test';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { shopEnv, startShopProcess } from './testing/shop-process.ts';

const database = await createTestDatabase({ seed: true });
after(() => database.close());
const env = shopEnv(database.urls.octo_shop);

test('serves, tells its supervisor where, and ends cleanly when told to', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    await using shop = startShopProcess(env);
    const url = await shop.url;
    assert.match(url, /^http:\/\/localhost:\d+$/);
    const ready = await fetch(`${url}/ready`);
    assert.equal(ready.status, 200);
    assert.equal((await ready.json()).ready, true);
    assert.match(await (await fetch(url)).text(), /^<!doctype html>/);
    const { code, output } = await shop.stop(signal);
    assert.equal(code, 0, output);
    assert.doesNotMatch(output, /"severity":"(WARN|ERROR)"|Warning|Error/);
  }
});

test('connections that browsers keep open or opened ahead of need hold up no stop', async () => {
  await using shop = startShopProcess(env);
  const { port } = new URL(await shop.url);
  const unused = connect(Number(port), '127.0.0.1');
  const kept = connect(Number(port), '127.0.0.1');
  await Promise.all([once(unused, 'connect'), once(kept, 'connect')]);
  kept.write('GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await once(kept, 'data');
  const { code, output } = await shop.stop('SIGTERM');
  assert.equal(code, 0, output);
});

test('ends when its supervisor is gone', async () => {
  await using shop = startShopProcess(env);
  await shop.url;
  shop.leave();
  assert.equal((await shop.ended).code, 0);
});

test('a wrong configuration is told with all its faults', async () => {
  const wrong = { PORT: 'eighty', SESSION_SECRET: 'short', DNS_DOMAIN: 'https://example.com/', APP_ENV: 'prod' };
  const { code, output } = await startShopProcess(wrong).ended;
  assert.equal(code, 1);
  for (const fault of ['PORT', 'SESSION_SECRET', 'DNS_DOMAIN', 'APP_ENV', 'DATABASE_URL'])
    assert.match(output, new RegExp(`^ {2}${fault}: `, 'm'));
  assert.doesNotMatch(output, /short|\n +at /, 'neither secrets nor a stack');
});

test('a port that is taken is told in a sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port }: AddressInfo = Object(other.address());
  const { code, output } = await startShopProcess({ ...env, PORT: String(port) }).ended;
  other.close();
  assert.equal(code, 1);
  assert.match(output, new RegExp(`Cannot listen on 127\\.0\\.0\\.1, port ${port}: another process listens there`));
  assert.doesNotMatch(output, /\n +at /);
});

test('starts without its database, and says that it is not ready', async () => {
  const nowhere = createServer().listen(0, '127.0.0.1');
  await once(nowhere, 'listening');
  const { port }: AddressInfo = Object(nowhere.address());
  await new Promise((closed) => nowhere.close(closed));
  await using shop = startShopProcess({ ...env, DATABASE_URL: `postgres://octo_shop:x@127.0.0.1:${port}/octo` });
  const url = await shop.url;
  assert.equal((await fetch(`${url}/ready`)).status, 503);
  assert.equal((await fetch(`${url}/health`)).status, 200);
  assert.equal((await shop.stop('SIGTERM')).code, 0);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fastify } from 'fastify';
import { callerAddress } from './caller-address.ts';

const app = fastify({ trustProxy: 'loopback, uniquelocal' });
app.get('/', async (request) => callerAddress(request));

async function seenAs(forwarded: string): Promise<string> {
  const headers = { 'x-forwarded-for': forwarded };
  return (await app.inject({ url: '/', headers, remoteAddress: '10.0.0.5' })).payload;
}

test('a caller is known by the address that a proxy of ours tells', async () => {
  assert.equal(await seenAs('203.0.113.5'), '203.0.113.5');
  assert.equal(await seenAs('198.51.100.1, 203.0.113.5, 10.0.0.9'), '203.0.113.5');
  assert.equal(await seenAs('2001:db8::5'), '2001:db8::5');
});

for (const forged of ['x'.repeat(100), 'unknown', '203.0.113.5:80', `fe80::1%${'z'.repeat(90)}`, "1'; --", '<b>'])
  test(`"${forged.slice(0, 20)}" is no address: the connection's is taken`, async () => {
    assert.equal(await seenAs(forged), '10.0.0.5');
  });

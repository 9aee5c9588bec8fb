import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { test } from 'node:test';
import { choosePort, isFree } from './ports.ts';

async function listen(host: string): Promise<{ port: number } & Disposable> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, [Symbol.dispose]: () => server.close() };
}

test('takes the preferred port when it is free', async () => {
  const free = await choosePort(0);
  assert.equal(await choosePort(free), free);
});

test('goes on to another one when the preferred port is taken', async () => {
  using taken = await listen('127.0.0.1');
  assert.equal(await isFree(taken.port), false);
  assert.notEqual(await choosePort(taken.port), taken.port);
});

test('a listener on all addresses counts as taken', async () => {
  using taken = await listen('0.0.0.0');
  assert.equal(await isFree(taken.port), false);
});

const hasIpv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'));

test('a listener on the IPv6 loopback alone counts as taken', { skip: !hasIpv6 && 'no IPv6 here' }, async () => {
  using taken = await listen('::1');
  assert.equal(await isFree(taken.port), false);
  assert.notEqual(await choosePort(taken.port), taken.port);
});

test('never gives the port of another service of this run', async () => {
  const free = await choosePort(0);
  assert.notEqual(await choosePort(free, new Set([free])), free);
});

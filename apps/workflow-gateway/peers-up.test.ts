import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { untilPeersListen } from './peers-up.ts';

async function listening(port = 0) {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address: { port: number } = Object(server.address());
  const close = async () => void (await new Promise((closed) => server.close(closed)));
  return { port: address.port, url: `http://127.0.0.1:${address.port}`, [Symbol.asyncDispose]: close };
}

const never = new AbortController().signal;

test('waits for a peer that is not up yet, and for none that nobody named', async () => {
  await untilPeersListen([undefined], never);
  const { port, url, ...first } = await listening();
  await first[Symbol.asyncDispose]();
  await using there = await listening();
  let isOver = false;
  const waiting = untilPeersListen([url, there.url], never).then(() => {
    isOver = true;
  });
  await untilPeersListen([there.url], never);
  assert.equal(isOver, false);
  await using _again = await listening(port);
  await waiting;
});

test('stops waiting when it is told to', async () => {
  const { url, ...gone } = await listening();
  await gone[Symbol.asyncDispose]();
  const stop = new AbortController();
  const waiting = untilPeersListen([url], stop.signal);
  stop.abort();
  await waiting;
});

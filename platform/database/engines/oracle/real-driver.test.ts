import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { openDatabase } from '../../open-database.ts';

interface Tables {
  things: { id: number };
}

/** Takes calls on a port, does as it is told with each, and counts them. */
async function listen(onCall: (socket: Socket) => void) {
  const counted = { calls: 0 };
  const server = createServer((socket) => {
    counted.calls += 1;
    socket.on('error', () => undefined);
    onCall(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    counted,
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => void (await new Promise((resolve) => server.close(resolve))),
  };
}

function open(port: number) {
  return openDatabase<Tables>({
    oracle: {
      dsn: `127.0.0.1:${port}/octo_tp`,
      user: 'octo_tests',
      credential: { password: 'of nobody' },
      wallet: undefined,
      schema: undefined,
    },
    applicationName: 'octo-tests',
    poolMax: 8,
  });
}

/** A listener’s refusal, as it stands on the wire: length, type 4, reasons, and what it says. */
function refusal(words: string): Buffer {
  const packet = Buffer.alloc(12 + words.length);
  packet.writeUInt16BE(packet.length, 0);
  packet[4] = 4;
  packet.writeUInt16BE(words.length, 10);
  packet.write(words, 12);
  return packet;
}

test('the real driver is asked for one session, however many callers come while the database is away', async () => {
  await using server = await listen((socket) => socket.destroy());
  const db = open(server.port);
  const ask = () => db.selectFrom('things').selectAll().execute();
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, ask));
  for (const outcome of outcomes) {
    assert.ok(outcome.status === 'rejected');
    assert.equal(outcome.reason.code, 'database.unavailable');
  }
  assert.equal(server.counted.calls, 1);
  await assert.rejects(ask(), { code: 'database.unavailable' });
  assert.equal(server.counted.calls, 2);
  await db.destroy();
});

test('a service that the listener does not know is unavailable, until it does', async () => {
  const words = '(DESCRIPTION=(TMP=)(VSNNUM=0)(ERR=12514)(ERROR_STACK=(ERROR=(CODE=12514)(EMFI=4))))';
  await using server = await listen((socket) => socket.once('data', () => socket.end(refusal(words))));
  const db = open(server.port);
  await assert.rejects(db.selectFrom('things').selectAll().execute(), (error: Error & { code?: string }) => {
    assert.equal(error.code, 'database.unavailable');
    return error.cause instanceof Error && 'code' in error.cause && error.cause.code === 'NJS-518';
  });
  await db.destroy();
});

test('a socket can still be cut in the way that we know of', () => {
  const load = createRequire(import.meta.url);
  const { NetworkSession } = load('oracledb/lib/thin/sqlnet/networkSession.js');
  assert.equal(typeof Reflect.get(NetworkSession.prototype, 'forceDisconnect'), 'function');
});

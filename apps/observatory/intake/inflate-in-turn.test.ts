import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { inflateInTurn } from './inflate-in-turn.ts';

const megabyte = 1024 * 1024;
const large = gzipSync(Buffer.alloc(8 * megabyte));
const small = gzipSync(Buffer.from('small'));

test('bodies are unpacked one after the other, so that many of them never lie unpacked at a time', async () => {
  const inflate = inflateInTurn();
  const order: string[] = [];
  const unpack = async (name: string, body: Buffer, most = 16 * megabyte) => {
    await inflate(body, most).catch(() => undefined);
    order.push(name);
  };
  await Promise.all([
    unpack('large', large),
    unpack('no gzip', Buffer.from('no gzip')),
    unpack('too large', large, megabyte),
    unpack('small', small),
  ]);
  assert.deepEqual(order, ['large', 'no gzip', 'too large', 'small']);
  assert.equal((await inflate(small, megabyte)).toString(), 'small');
});

test('when very many wait for it, others are told to come again; once they are done, there is room', async () => {
  const inflate = inflateInTurn();
  const waiting = Array.from({ length: 64 }, () => inflate(small, megabyte));
  await assert.rejects(inflate(small, megabyte), { code: 'otlp.too_much_at_once', retryAfterSeconds: 1 });
  await Promise.all(waiting);
  assert.equal((await inflate(small, megabyte)).length, 5);
});

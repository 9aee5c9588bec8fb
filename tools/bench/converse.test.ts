import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { test } from 'node:test';
import { get, postJson } from './http-bytes.ts';
import { drive } from './load.ts';

async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { url: `http://127.0.0.1:${port}`, [Symbol.dispose]: () => void server.close() };
}

test('every request is answered before the next one goes, however the answer is cut into pieces', async () => {
  const heard: string[] = [];
  using server = await serve((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'content-length': 200_003 });
    response.write('a'.repeat(100_000));
    setImmediate(() => response.end('b'.repeat(100_003)));
  });
  const requests = [get('/one')(), postJson('/two', { a: 'ü' }), get('/three')()];
  let turn = 0;
  const request = () => requests[turn++] ?? Buffer.alloc(0);
  const { latenciesMs } = await drive(server.url, { connections: 1, count: 3, request });
  assert.deepEqual(heard, ['GET /one', 'POST /two', 'GET /three']);
  assert.equal(latenciesMs.length, 3);
});

test('an answer that is no success ends the measurement', async () => {
  using server = await serve((_request, response) => response.writeHead(503, { 'content-length': 0 }).end());
  await assert.rejects(drive(server.url, { connections: 2, count: 4, request: get('/') }), /503/);
});

test('so does a server that goes away', async () => {
  using server = await serve((request) => void request.socket.destroy());
  await assert.rejects(drive(server.url, { connections: 1, count: 1, request: get('/') }), /hung up|ECONNRESET/);
});

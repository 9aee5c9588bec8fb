import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import { expectProblem } from '@octo/platform/testing/expect.ts';
import { logsBody } from '../testing/otlp-json.ts';
import { createTestObservatory } from '../testing/test-observatory.ts';

const t = await createTestObservatory();
const url = await t.app.listen({ port: 0, host: '127.0.0.1' });
const calls = new AbortController();
after(async () => {
  calls.abort();
  await t[Symbol.asyncDispose]();
});

/** Reads events until `count` lines came; the connection stays. */
async function watch(query: string) {
  const answer = await fetch(`${url}/api/logs/tail?${query}`, { signal: calls.signal });
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type') ?? '', /^text\/event-stream/);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async bodies(count: number): Promise<string[]> {
      for (;;) {
        const events = [...text.matchAll(/event: lines\ndata: (.*)\n\n/g)].map(([, data = '{}']) => JSON.parse(data));
        const found = events.flatMap(({ logs }) => logs.map(({ body }: LogRecord) => body));
        if (found.length >= count) return found;
        const part = await reader?.read();
        assert.ok(part && !part.done, 'the connection ended');
        text += part.value;
      }
    },
    close: () => reader?.cancel(),
  };
}

test('new lines that fit arrive as they are written, in the order of time', async () => {
  const all = await watch('');
  const errors = await watch('severity=ERROR&q=paid&service=shop');
  const nowMs = Date.now();
  await t.send(
    'logs',
    logsBody('shop', [
      { body: 'second', timeMs: nowMs - 5 },
      { body: 'first', timeMs: nowMs - 10 },
    ]),
  );
  await t.send('logs', logsBody('shop', [{ body: 'not paid', severity: 'ERROR' }]));
  await t.send('logs', logsBody('crm', [{ body: 'paid', severity: 'ERROR' }]));
  assert.deepEqual(await all.bodies(4), ['first', 'second', 'not paid', 'paid']);
  assert.deepEqual(await errors.bodies(1), ['not paid']);
  await all.close();
  await errors.close();
});

test('a tail that makes no sense is refused, and its field blamed', async () => {
  for (const [query, field] of [
    ['traceId=x', 'traceId'],
    ['severity=loud', 'severity'],
  ])
    expectProblem(await t.app.inject(`/api/logs/tail?${query}`), { status: 400, code: /invalid/, field });
  const head = await t.app.inject({ method: 'HEAD', url: '/api/logs/tail' });
  assert.equal(head.statusCode, 200);
});

test('who may not come in may not watch', async () => {
  await using locked = await createTestObservatory({ OBSERVATORY_TOKEN: 'x'.repeat(32) });
  expectProblem(await locked.app.inject('/api/logs/tail'), { status: 401, code: 'observatory.not_signed_in' });
});

test('so many watch and no more; who leaves makes room; closing ends all of them', async () => {
  await using busy = await createTestObservatory();
  const address = await busy.app.listen({ port: 0, host: '127.0.0.1' });
  const leaving = new AbortController();
  const ask = (signal?: AbortSignal) => fetch(`${address}/api/logs/tail`, signal ? { signal } : {});
  const first = await ask(leaving.signal);
  const others = await Promise.all(Array.from({ length: 19 }, () => ask()));
  const refused = await ask();
  assert.equal(refused.status, 429);
  assert.equal((await refused.json()).code, 'logs.too_many_tails');
  leaving.abort();
  await assert.rejects(first.text());
  let next = await ask();
  for (; next.status === 429; next = await ask()) await next.text();
  assert.equal(next.status, 200);
  const closing = busy.app.close();
  for (const answer of [next, ...others]) assert.match(await answer.text(), /^retry: \d+\n\n$/);
  await closing;
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFields } from '../../testing/protobuf-fields.ts';
import { createFate } from '../receivers/fate.ts';
import { recordField, resourceBytes } from './envelope.ts';
import { createExporter, type Exporter } from './exporter.ts';
import type { Delivery, Sender, SendResult } from './sender.ts';

const resource = resourceBytes({ 'service.name': 'tests' });

interface Setting {
  delayMs?: number;
  mostBytes?: number;
  whenTold?: () => void;
}

function exporterTo(send: (body: Buffer) => Promise<SendResult | Delivery>, { whenTold, ...options }: Setting = {}) {
  const told: [number, string][] = [];
  const deliver = async (body: Buffer): Promise<Delivery> => {
    const result = await send(body);
    return typeof result === 'string' ? { result, rejected: 0 } : result;
  };
  const sender: Sender = {
    send: (body) => deliver(Buffer.concat([body].flat())),
    hurry: () => undefined,
    [Symbol.dispose]: () => undefined,
  };
  const onDropped = (dropped: number, reason: string) => {
    told.push([dropped, reason]);
    whenTold?.();
  };
  const fate = createFate(onDropped);
  const exporter = createExporter({ sender, resource, delayMs: 60_000, fate, ...options });
  return { exporter, told };
}

function countsOf(exporter: Exporter) {
  const { sent, dropped, waiting } = exporter.status();
  return { sent, dropped, waiting };
}

function add(exporter: Exporter, text: string, scope = 'scope'): void {
  exporter.add(scope, text, (to, item) => to.text(recordField, item));
}

/** The records of a request, by their scope. */
function recordsOf(body: Buffer): Record<string, string[]> {
  const inner = (content: Buffer | bigint | undefined) =>
    readFields(Buffer.isBuffer(content) ? content : Buffer.alloc(0));
  const all = inner(readFields(body).get(1)?.[0]);
  const scopes = (all.get(2) ?? []).map(inner);
  return Object.fromEntries(
    scopes.map((scope) => [String(inner(scope.get(1)?.[0]).get(1)?.[0]), (scope.get(recordField) ?? []).map(String)]),
  );
}

test('what is added waits, and goes together, each with its scope', async () => {
  const bodies: Buffer[] = [];
  const { exporter } = exporterTo(async (body) => {
    bodies.push(body);
    return 'sent';
  });
  for (const [text, scope] of [
    ['a', 'one'],
    ['b', 'two'],
    ['c', 'one'],
  ] as const)
    add(exporter, text, scope);
  assert.deepEqual([bodies.length, exporter.status().waiting], [0, 3]);
  await exporter[Symbol.asyncDispose]();
  assert.deepEqual(bodies.map(recordsOf), [{ one: ['a', 'c'], two: ['b'] }]);
  assert.deepEqual(countsOf(exporter), { sent: 3, dropped: 0, waiting: 0 });
});

test('goes after its delay without being asked, and what comes meanwhile goes next', async () => {
  const bodies: Buffer[] = [];
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const release = Promise.withResolvers<SendResult>();
  const { exporter } = exporterTo(
    async (body) => {
      bodies.push(body);
      (bodies.length === 1 ? first : second).resolve();
      return bodies.length === 1 ? await release.promise : 'sent';
    },
    { delayMs: 1 },
  );
  const alive = setInterval(() => undefined, 1000);
  add(exporter, 'a');
  await first.promise;
  add(exporter, 'b');
  assert.equal(bodies.length, 1, 'one at a time');
  release.resolve('sent');
  await second.promise;
  clearInterval(alive);
  assert.deepEqual(bodies.map(recordsOf), [{ scope: ['a'] }, { scope: ['b'] }]);
  await exporter[Symbol.asyncDispose]();
});

test('a receiver that never answers costs a bounded room, and what is beyond it is counted', async () => {
  const { exporter, told } = exporterTo(() => new Promise(() => undefined), { mostBytes: 1000 });
  for (let index = 0; index < 1000; index += 1) add(exporter, 'x'.repeat(98));
  const { sent, dropped, waiting } = exporter.status();
  assert.deepEqual([sent, waiting, dropped], [0, 10, 990]);
  assert.deepEqual(told, [[1, 'no_room']], 'and told of once, not for each');
});

test('what was sent in vain is dropped, counted and told of with its reason', async () => {
  const { exporter, told } = exporterTo(async () => '503');
  for (const text of ['a', 'b']) add(exporter, text);
  await exporter[Symbol.asyncDispose]();
  assert.deepEqual(countsOf(exporter), { sent: 0, dropped: 2, waiting: 0 });
  assert.deepEqual(told, [[2, '503']]);
});

test('what the receiver took and refused all the same is dropped, counted and told of', async () => {
  const { exporter, told } = exporterTo(async () => ({ result: 'sent', rejected: 2 }));
  for (const text of ['a', 'b', 'c']) add(exporter, text);
  await exporter[Symbol.asyncDispose]();
  assert.deepEqual(countsOf(exporter), { sent: 1, dropped: 2, waiting: 0 });
  assert.deepEqual(told, [[2, 'rejected']]);
});

test('a receiver that refuses more than it was sent is not believed', async () => {
  const { exporter, told } = exporterTo(async () => ({ result: 'sent', rejected: 1_000_000 }));
  add(exporter, 'a');
  await exporter[Symbol.asyncDispose]();
  assert.deepEqual(countsOf(exporter), { sent: 0, dropped: 1, waiting: 0 });
  assert.deepEqual(told, [[1, 'rejected']]);
});

test('telling of it may add a record that has no room either', () => {
  const whenTold = () => add(exporter, 'a line that says so');
  const { exporter, told } = exporterTo(() => new Promise(() => undefined), { mostBytes: 10, whenTold });
  for (const text of ['fills it', 'one more']) add(exporter, text);
  assert.equal(told.length, 1);
  assert.equal(exporter.status().dropped, 2);
});

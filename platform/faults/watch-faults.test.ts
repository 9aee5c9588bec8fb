import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { INVALID_TRACEID } from '@opentelemetry/api';
import { inSpan } from '../telemetry/in-span.ts';
import { createLogger } from '../telemetry/logger.ts';
import { recordSpans } from '../testing/record-spans.ts';
import type { FaultTelling, TimedFault } from './keep-faults.ts';
import { watchFaults } from './watch-faults.ts';

const spans = recordSpans();
const lines: Record<string, unknown>[] = [];
const logger = createLogger({ name: 'test', namespace: 'octo', version: '1' }, 'info', {
  write: (line) => void lines.push(JSON.parse(line)),
});
/** Those that are in place, by their id. */
const inPlace: string[] = [];
let wanted: () => Promise<TimedFault[]>;
let told: FaultTelling | undefined;
beforeEach(() => {
  inPlace.length = 0;
  lines.length = 0;
  spans.clear();
});

function watch(): AsyncDisposable {
  return watchFaults({
    logger,
    lookEveryMs: 1,
    read: () => wanted(),
    install: ({ id }, telling) => {
      told = telling;
      inPlace.push(id);
      return { [Symbol.dispose]: () => void inPlace.splice(inPlace.indexOf(id), 1) };
    },
  });
}

const hourMs = 3_600_000;
const lasting = (id: string, forMs = hourMs): TimedFault => ({ id, expiresAt: new Date(Date.now() + forMs) });
const want = (...faults: TimedFault[]) => {
  wanted = async () => faults;
};
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setImmediate();
}
const isInPlace = (...ids: string[]) => inPlace.join() === ids.join();
const events = () => lines.map((line) => [line['event.name'], line['octo.fault.id']]);

test('a fault is in place while it is wanted, and each coming and going is told once', async () => {
  want(lasting('one'));
  await using _watch = watch();
  await until(() => isInPlace('one'));
  const longer = lasting('one', hourMs / 2);
  want(longer, lasting('two'));
  await until(() => isInPlace('one', 'two'));
  want(longer);
  await until(() => isInPlace('one'));
  want();
  await until(() => isInPlace());
  assert.deepEqual(events(), [
    ['fault.applied', 'one'],
    ['fault.applied', 'two'],
    ['fault.cleared', 'two'],
    ['fault.cleared', 'one'],
  ]);
});

test('it is gone when its time is over, even while nothing can be read', async () => {
  const never = Promise.withResolvers<TimedFault[]>();
  let short: TimedFault | undefined;
  wanted = async () => {
    if (short) return await never.promise;
    short = lasting('short', 200);
    return [short];
  };
  await using watching = watch();
  await until(() => lines.length === 2);
  assert.deepEqual(events(), [
    ['fault.applied', 'short'],
    ['fault.cleared', 'short'],
  ]);
  assert.ok(isInPlace());
  never.resolve(short ? [short] : []);
  await watching[Symbol.asyncDispose]();
  assert.equal(lines.length, 2);
});

test('what cannot be read is taken away at once, which is told once, and comes back when it can', async () => {
  want(lasting('one'));
  await using _watch = watch();
  await until(() => isInPlace('one'));
  let failures = 0;
  wanted = () => {
    failures += 1;
    return Promise.reject(new Error('the database is away'));
  };
  await until(() => failures > 2);
  assert.ok(isInPlace());
  assert.equal(lines.filter(({ message }) => /cannot be read, so/.test(String(message))).length, 1);
  want(lasting('one'));
  await until(() => isInPlace('one'));
});

test('nothing is left when the watch is over, not even what it was just being told of', async () => {
  want(lasting('one'));
  const watching = watch();
  await until(() => isInPlace('one'));
  const { promise, resolve } = Promise.withResolvers<TimedFault[]>();
  let isAsked = false;
  wanted = () => {
    isAsked = true;
    return promise;
  };
  await until(() => isAsked);
  const stopped = watching[Symbol.asyncDispose]();
  await until(() => isInPlace());
  resolve([lasting('one'), lasting('two')]);
  await stopped;
  assert.ok(isInPlace());
});

test('looking makes no span, and what a fault does has a trace of its own that names it', async () => {
  wanted = () => inSpan('read', 0, {}, async () => [lasting('one')]);
  await using _watch = watch();
  await until(() => isInPlace('one'));
  assert.deepEqual(spans.all(), []);
  await inSpan('around', 0, {}, async () => await told?.inTrace('simulation.do_harm', async () => undefined));
  const [harm, around] = spans.all();
  assert.deepEqual([harm?.name, harm?.attributes['octo.fault.id']], ['simulation.do_harm', 'one']);
  assert.equal(harm?.parentSpanContext?.traceId ?? INVALID_TRACEID, INVALID_TRACEID);
  assert.notEqual(harm?.spanContext().traceId, around?.spanContext().traceId);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counter, gauge, histogram } from '../../metrics/definition.ts';
import { createMeterProvider } from '../../metrics/meter-provider.ts';
import { createIntervals } from './interval.ts';
import { type Monitored, platformMonitored } from './monitored.ts';

const plain = { unit: '1', meaning: '', attributes: [] };
const orders = counter('orders', plain);
const refusals = counter('refusals', plain);
const seconds = histogram('seconds', { ...plain, buckets: [1] });
const level = gauge('level', plain);
const table: Monitored[] = [
  { name: 'tries', unit: 'count', as: 'count', of: [orders, refusals] },
  { name: 'errors', unit: 'count', as: 'count', of: [seconds], having: 'error.type' },
  { name: 'mean', unit: 'ms', as: 'meanMs', of: seconds },
  { name: 'level', unit: '1', as: 'value', of: level },
  { name: 'failing', unit: 's', as: 'failingFor', of: orders, attribute: 'state', success: 'delivered' },
];

function measuring() {
  const provider = createMeterProvider({});
  const meter = provider.getMeter('octo');
  const measure = createIntervals(table);
  let readAtMs = 0;
  return {
    orders: meter.createCounter('orders'),
    refusals: meter.createCounter('refusals'),
    seconds: meter.createHistogram('seconds'),
    level: meter.createGauge('level'),
    next: async () => {
      readAtMs += 60_000;
      const measured = measure({ ...(await provider.read()), readAtMs });
      return Object.fromEntries(measured.map(({ name, value }) => [name, value]));
    },
  };
}

test('sums of a process become what happened in each interval', async () => {
  const { orders, refusals, seconds, level, next } = measuring();
  orders.add(2, { state: 'delivered' });
  refusals.add(1);
  seconds.record(0.2);
  seconds.record(0.4, { 'error.type': '500' });
  level.record(7);
  const first = await next();
  assert.deepEqual([first.tries, first.errors, first.level], [3, 1, 7]);
  assert.ok(Math.abs((first.mean ?? 0) - 300) < 1e-6);
  seconds.record(1);
  const { mean, ...rest } = await next();
  assert.deepEqual(rest, { tries: 0, errors: 0, level: 7, failing: 0 });
  assert.ok(Math.abs((mean ?? 0) - 1000) < 1e-6);
});

test('what cannot be said is left out, and what never happened is none', async () => {
  const { next } = measuring();
  assert.deepEqual(await next(), { tries: 0, errors: 0, failing: 0 });
});

test('a failure lasts from the first one until a success', async () => {
  const { orders, next } = measuring();
  assert.equal((await next()).failing, 0);
  orders.add(1, { state: 'waiting' });
  assert.equal((await next()).failing, 0);
  assert.equal((await next()).failing, 60, 'also while nobody tries');
  orders.add(1, { state: 'dead' });
  assert.equal((await next()).failing, 120);
  orders.add(1, { state: 'delivered' });
  assert.equal((await next()).failing, 0);
});

test('names are such as OCI Monitoring takes', () => {
  for (const { name } of platformMonitored) assert.match(name, /^[A-Za-z][\w.$-]*$/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMeter } from './meter.ts';
import { mostSeries } from './series.ts';

async function read(meter: ReturnType<typeof createMeter>) {
  const metrics = await meter.read();
  return Object.fromEntries(metrics.map((metric) => [metric.name, metric]));
}

test('a counter adds up by its attributes, whatever their order, and never falls', async () => {
  const meter = createMeter();
  const orders = meter.createCounter('orders', { unit: '{order}', description: 'Orders' });
  orders.add(1, { a: 1, b: 'x' });
  orders.add(2, { b: 'x', a: 1 });
  orders.add(4, { a: 2 });
  orders.add(-3, { a: 2 });
  orders.add(Number.NaN);
  assert.deepEqual((await read(meter)).orders, {
    name: 'orders',
    unit: '{order}',
    description: 'Orders',
    type: 'counter',
    points: [
      { attributes: { a: 1, b: 'x' }, value: 3 },
      { attributes: { a: 2 }, value: 4 },
    ],
  });
});

test('a frozen set of attributes and an equal one are one series', async () => {
  const meter = createMeter();
  const active = meter.createUpDownCounter('active');
  const frozen = Object.freeze({ method: 'GET' });
  active.add(1, frozen);
  active.add(1, frozen);
  active.add(-1, { method: 'GET' });
  assert.deepEqual((await read(meter)).active?.points, [{ attributes: { method: 'GET' }, value: 1 }]);
});

test('changing a set that was recorded with changes nothing that was counted', async () => {
  const meter = createMeter();
  const changing = { method: 'GET' };
  const orders = meter.createCounter('orders');
  orders.add(1, changing);
  changing.method = 'POST';
  orders.add(1, changing);
  assert.deepEqual((await read(meter)).orders?.points, [
    { attributes: { method: 'GET' }, value: 1 },
    { attributes: { method: 'POST' }, value: 1 },
  ]);
});

test('a histogram counts a value in the first bucket whose bound it does not pass', async () => {
  const meter = createMeter();
  const seconds = meter.createHistogram('seconds', { advice: { explicitBucketBoundaries: [1, 2] } });
  for (const value of [0, 1, 1.5, 2, 2.01, 9, -1]) seconds.record(value);
  assert.deepEqual((await read(meter)).seconds?.points, [
    {
      attributes: {},
      counts: [2, 2, 2],
      exemplars: new Array(3).fill(undefined),
      count: 6,
      sum: 15.51,
      min: 0,
      max: 9,
    },
  ]);
});

test('an attribute without a value is none', async () => {
  const meter = createMeter();
  const orders = meter.createCounter('orders');
  orders.add(1, { by: undefined });
  orders.add(1, {});
  assert.deepEqual((await read(meter)).orders?.points, [{ attributes: {}, value: 2 }]);
});

test('more series than a metric may have are counted in one that says so', async () => {
  const meter = createMeter();
  const flood = meter.createCounter('flood');
  for (let i = 0; i < mostSeries + 50; i += 1) flood.add(1, i % 2 ? { i } : Object.freeze({ i }));
  const points = (await read(meter)).flood?.points ?? [];
  assert.equal(points.length, mostSeries + 1);
  assert.deepEqual(points.at(-1), { attributes: { 'otel.metric.overflow': true }, value: 50 });
});

test('what is observed is asked for at each look, and gone when nobody tells it any more', async () => {
  const meter = createMeter();
  let sessions = 3;
  const callback = (result: { observe(value: number): void }) => result.observe(sessions);
  const observed = meter.createObservableGauge('sessions');
  observed.addCallback(callback);
  meter.createObservableGauge('broken').addCallback(() => Promise.reject(new Error('no')));
  assert.deepEqual((await read(meter)).sessions?.points, [{ attributes: {}, value: 3 }]);
  sessions = 5;
  assert.deepEqual((await read(meter)).sessions?.points, [{ attributes: {}, value: 5 }]);
  observed.removeCallback(callback);
  assert.deepEqual(await meter.read(), []);
});

test('a callback for several observes for those it was added for alone', async () => {
  const meter = createMeter();
  const [one, two] = [meter.createObservableCounter('one'), meter.createObservableUpDownCounter('two')];
  meter.addBatchObservableCallback(
    (result) => {
      result.observe(one, 1);
      result.observe(two, 2);
    },
    [one],
  );
  const metrics = await read(meter);
  assert.deepEqual(metrics.one?.points, [{ attributes: {}, value: 1 }]);
  assert.equal(metrics.two, undefined);
});

test('an instrument that is asked for again is the one there is', async () => {
  const meter = createMeter();
  meter.createCounter('orders').add(1);
  meter.createCounter('orders').add(1);
  meter.createGauge('level').record(7);
  meter.createGauge('level').record(6);
  const metrics = await read(meter);
  assert.deepEqual(metrics.orders?.points, [{ attributes: {}, value: 2 }]);
  assert.deepEqual(metrics.level?.points, [{ attributes: {}, value: 6 }]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serviceTimes } from './service-times.ts';
import { spanOf } from './testing/spans.ts';
import { buildTree } from './trace-tree.ts';

test('a span is charged only for what it did not wait for in others', () => {
  const times = serviceTimes(
    buildTree([
      spanOf({ id: 'request', ms: [0, 100] }),
      spanOf({ id: 'call', parent: 'request', ms: [20, 70], service: 'crm' }),
      spanOf({ id: 'sql', parent: 'call', ms: [30, 60], service: 'crm', isError: true }),
    ]),
  );
  assert.deepEqual(times, [
    { service: 'shop', spans: 1, errors: 0, selfMs: 50 },
    { service: 'crm', spans: 2, errors: 1, selfMs: 50 },
  ]);
});

test('children that ran side by side are not taken off twice', () => {
  const [shop] = serviceTimes(
    buildTree([
      spanOf({ id: 'request', ms: [0, 100], service: 'shop' }),
      spanOf({ id: 'one', parent: 'request', ms: [10, 60], service: 'a' }),
      spanOf({ id: 'other', parent: 'request', ms: [30, 50], service: 'b' }),
    ]),
  ).filter(({ service }) => service === 'shop');
  assert.equal(shop?.selfMs, 50);
});

test('what goes on after its parent has ended costs the parent nothing', () => {
  const [shop] = serviceTimes(
    buildTree([
      spanOf({ id: 'request', ms: [0, 10], service: 'shop' }),
      spanOf({ id: 'deliver', parent: 'request', ms: [500, 560], service: 'later' }),
    ]),
  ).filter(({ service }) => service === 'shop');
  assert.equal(shop?.selfMs, 10);
});

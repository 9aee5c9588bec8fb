import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVersionedCache } from './versioned-cache.ts';

function counted() {
  let loads = 0;
  return { load: async () => ++loads, loads: () => loads };
}

test('loads once for many callers at the same time', async () => {
  const cache = createVersionedCache({ version: () => 1, maxAgeMs: 1000, maxEntries: 10 });
  const { load, loads } = counted();
  assert.deepEqual(await Promise.all([cache.get('a', load), cache.get('a', load), cache.get('a', load)]), [1, 1, 1]);
  assert.equal(loads(), 1);
});

test('loads again when the version moved or the entry is old', async () => {
  let version = 1;
  let nowMs = 0;
  const cache = createVersionedCache({ version: () => version, maxAgeMs: 1000, maxEntries: 10, nowMs: () => nowMs });
  const { load } = counted();
  assert.equal(await cache.get('a', load), 1);
  version = 2;
  assert.equal(await cache.get('a', load), 2);
  nowMs = 999;
  assert.equal(await cache.get('a', load), 2);
  nowMs = 1000;
  assert.equal(await cache.get('a', load), 3);
});

test('does not keep a failure, and keeps no more than it may', async () => {
  const cache = createVersionedCache({ version: () => 1, maxAgeMs: 1000, maxEntries: 2 });
  const { load, loads } = counted();
  await assert.rejects(cache.get('a', () => Promise.reject(new Error('away'))));
  assert.equal(await cache.get('a', load), 1);
  await cache.get('b', load);
  await cache.get('c', load);
  await cache.get('a', load);
  assert.equal(loads(), 4);
});

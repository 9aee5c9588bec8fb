import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from './cost.ts';

test('rounds count by their median, requests all together', () => {
  const rounds = [10, 30, 20].map((cost) => ({
    cpuMicrosPerRequest: cost,
    requestsPerSecond: 1000 / cost,
    latenciesMs: Array.from({ length: cost }, (_, index) => index + 1),
  }));
  const { cpuMicrosPerRequest, requestsPerSecond, p50Ms, p99Ms } = summaryOf(rounds);
  assert.deepEqual([cpuMicrosPerRequest, requestsPerSecond], [20, 50]);
  // 60 requests: one to ten ms three times over, then two times, then once.
  assert.deepEqual([p50Ms, p99Ms], [10, 30]);
});

test('where nobody waited for a request there is no latency', () => {
  const { p50Ms, p95Ms, p99Ms } = summaryOf([{ cpuMicrosPerRequest: 1, requestsPerSecond: 1, latenciesMs: [] }]);
  assert.deepEqual([p50Ms, p95Ms, p99Ms], [Number.NaN, Number.NaN, Number.NaN]);
});

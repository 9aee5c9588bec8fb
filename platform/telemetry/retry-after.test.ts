import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retryAfterMs } from './retry-after.ts';

test('a receiver says in seconds or by an instant when it is to be asked again', () => {
  const nowMs = Date.UTC(2026, 9, 21, 7, 28);
  for (const [header, expected] of [
    ['7', 7000],
    ['0', 0],
    ['-3', 0],
    ['Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
    ['Wed, 21 Oct 2026 07:27:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ] as const)
    assert.equal(retryAfterMs(header, nowMs), expected, String(header));
});

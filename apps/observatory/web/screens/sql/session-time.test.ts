import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksOf, sessionMs } from './session-time.ts';

const steps = ['10:00:00', '10:00:10', '10:00:20'].map((time) => ({ at: `2026-11-22T${time}.000Z`, samples: 9 }));

test('an average becomes the time that it is made of', () => {
  assert.equal(sessionMs(1.2593, 27), 34_000);
  assert.equal(sessionMs(0.0001, 3600), 1000, 'what was seen was seen once at least');
});

test('looks are counted in all steps, or in the last ones', () => {
  assert.equal(looksOf(steps), 27);
  assert.equal(looksOf(steps, 20_000), 18);
  assert.equal(looksOf([]), 0);
});

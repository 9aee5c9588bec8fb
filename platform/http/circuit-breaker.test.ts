import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCircuitBreaker } from './circuit-breaker.ts';

/** Opens after three failures, for 100 to 300 ms; `random` 0.5 makes it 200. */
function breaker(random = 0.5) {
  let now = 0;
  const it = createCircuitBreaker({ failuresToOpen: 3, pauseMs: 200, nowMs: () => now, random: () => random });
  return {
    ...it,
    fail: (times: number) => {
      for (let time = 0; time < times; time += 1) it.failed();
    },
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test('opens after so many failures in a row, and not before', () => {
  const it = breaker();
  it.fail(2);
  assert.deepEqual([it.state(), it.enter()], ['closed', true]);
  it.fail(1);
  assert.deepEqual([it.state(), it.enter()], ['open', false]);
});

test('a success in between starts the count anew', () => {
  const it = breaker();
  it.fail(2);
  it.succeeded();
  it.fail(2);
  assert.equal(it.state(), 'closed');
});

test('after the pause one call may probe, and only one', () => {
  const it = breaker();
  it.fail(3);
  it.pass(199);
  assert.equal(it.state(), 'open');
  it.pass(1);
  assert.equal(it.state(), 'probe');
  assert.equal(it.state(), 'probe', 'to look is not to enter');
  assert.deepEqual([it.enter(), it.enter(), it.state()], [true, false, 'open']);
});

test('a probe that succeeds closes it, one that fails keeps it open for another pause', () => {
  const it = breaker();
  it.fail(3);
  it.pass(200);
  it.enter();
  it.failed();
  it.pass(199);
  assert.equal(it.enter(), false);
  it.pass(1);
  assert.equal(it.enter(), true);
  it.succeeded();
  assert.deepEqual([it.state(), it.enter(), it.enter()], ['closed', true, true]);
});

test('a probe that is never heard of is followed by another', () => {
  const it = breaker();
  it.fail(3);
  it.pass(200);
  it.enter();
  it.pass(200);
  assert.equal(it.enter(), true);
});

test('the pause is longer for some than for others', () => {
  for (const [random, pauseMs] of [
    [0, 100],
    [0.999, 300],
  ] as const) {
    const it = breaker(random);
    it.fail(3);
    it.pass(pauseMs - 1);
    assert.equal(it.state(), 'open');
    it.pass(1);
    assert.equal(it.state(), 'probe');
  }
});

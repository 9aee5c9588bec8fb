import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestLab } from '../testing/test-lab.ts';
import { getActivity } from './get-activity.ts';
import { getTotals } from './get-totals.ts';

test('an empty house has numbers, too, and has never swept', async () => {
  await using empty = await openTestLab();
  assert.deepEqual(Object.values(await getTotals(empty.ctx)), [0, 0, 0, 0, 0, 0]);
  const { executions, runs, snapshots, scheduler } = await getActivity(empty.ctx);
  assert.deepEqual([executions, runs, snapshots], [[], [], []]);
  assert.deepEqual([scheduler.lastRunAt, scheduler.lastStatus, scheduler.lastError], [null, null, null]);
  const waitMs = scheduler.nextRunAt.getTime() - empty.clock.now().getTime();
  assert.ok(waitMs > 0 && waitMs <= 90_000);
});

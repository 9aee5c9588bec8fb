import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AppError } from '@octo/platform/errors/app-error.ts';
import { openTestLab } from '../testing/test-lab.ts';
import { runQuery } from './run-query.ts';

test('a query over its time is ended, and its session goes on', async () => {
  await using quick = await openTestLab({ timeoutMs: 200 });
  const ended = (error: AppError) => error.kind === 'TimedOut' && error.code === 'workflows.query_timed_out';
  await assert.rejects(runQuery(quick.ctx, { queryName: 'slow_count_probe' }), ended);
  const kept = await quick.owner.selectFrom('queryExecutions').selectAll().executeTakeFirstOrThrow();
  assert.deepEqual([kept.status, kept.errorMessage], ['error', 'This query took longer than 0.2 s and was ended.']);
  assert.ok(Number(kept.durationMs) >= 200);
  assert.equal((await runQuery(quick.ctx, { queryName: 'orders_backlog' })).status, 'success');
});

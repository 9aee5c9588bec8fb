import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { purgeRecords } from '../purge/purge-records.ts';
import { openTestLab, type TestLab } from '../testing/test-lab.ts';
import { getRun } from './get-run.ts';
import { listExecutions } from './list-executions.ts';
import { listRuns } from './list-runs.ts';
import { listSnapshots } from './list-snapshots.ts';
import type { Page } from './page.ts';

const dayMs = 24 * 60 * 60 * 1000;
const perDay = 60;
const source = { sourceService: 'test' };
let lab: TestLab;

/** For each of 100 days as many runs, each with an execution and a snapshot; three of each share a moment. */
before(async () => {
  lab = await openTestLab();
  const now = lab.clock.now().getTime();
  const rows = Array.from({ length: 100 * perDay }, (_, index) => {
    const at = new Date(now - Math.floor(index / 3) * 3 * (dayMs / perDay));
    return { id: index + 1, at, status: index % 10 === 0 ? ('error' as const) : ('success' as const), index };
  });
  for (let first = 0; first < rows.length; first += 2000) {
    const part = rows.slice(first, first + 2000);
    await lab.owner
      .insertInto('workflowRuns')
      .values(
        part.map(({ id, at, status }) => ({ id, ...source, workflowKey: 'k', status, startedAt: at, completedAt: at })),
      )
      .execute();
    await lab.owner
      .insertInto('queryExecutions')
      .values(
        part.map(({ id, at, status, index }) => {
          const queryName = index % 2 ? 'odd' : 'even';
          return {
            id,
            ...source,
            workflowRunId: id,
            queryName,
            status,
            queryText: 'x',
            durationMs: '1.5',
            createdAt: at,
          };
        }),
      )
      .execute();
    await lab.owner
      .insertInto('componentSnapshots')
      .values(
        part.map(({ id, at, index }) => {
          const componentName = index % 2 ? 'odd' : 'even';
          return {
            id,
            ...source,
            workflowRunId: id,
            componentName,
            componentType: 't',
            status: 'down',
            observedAt: at,
          };
        }),
      )
      .execute();
  }
});
after(() => lab[Symbol.asyncDispose]());

async function walk<T extends { id: number }>(
  list: (after: string | undefined) => Promise<Page<T>>,
): Promise<number[]> {
  const ids: number[] = [];
  for (let after: string | undefined; ; ) {
    const { items, next } = await list(after);
    ids.push(...items.map(({ id }) => id));
    if (next === null || ids.length > 300) return ids;
    after = next;
  }
}

test('lists are read from the newest on, page by page, each row once', async () => {
  const lists = {
    runs: (after: string | undefined) => listRuns(lab.ctx, { after, limit: 100 }),
    executions: (after: string | undefined) => listExecutions(lab.ctx, { after, limit: 100 }),
    snapshots: (after: string | undefined) => listSnapshots(lab.ctx, { after, limit: 100 }),
  };
  for (const [name, list] of Object.entries(lists)) {
    const ids = await walk<{ id: number }>(list);
    assert.equal(new Set(ids).size, ids.length, name);
    assert.deepEqual(new Set(ids.slice(0, 300)), new Set(Array.from({ length: 300 }, (_, index) => index + 1)), name);
  }
});

test('lists are narrowed, and their cursors belong to what they were narrowed to', async () => {
  const failed = await listRuns(lab.ctx, { status: 'error', limit: 5 });
  assert.ok(failed.items.every(({ status }) => status === 'error'));
  const odd = await listExecutions(lab.ctx, { queryName: 'odd', status: 'success', limit: 5 });
  assert.ok(
    odd.items.every(
      ({ queryName, status, durationMs }) => queryName === 'odd' && status === 'success' && durationMs === 1.5,
    ),
  );
  const even = await listSnapshots(lab.ctx, { componentName: 'even', limit: 5 });
  assert.ok(even.items.every(({ componentName }) => componentName === 'even'));
  const foreign = { kind: 'Invalid', code: 'paging.cursor_invalid' };
  await assert.rejects(listRuns(lab.ctx, { after: failed.next ?? '' }), foreign);
  await assert.rejects(listExecutions(lab.ctx, { after: failed.next ?? '' }), foreign);
  await assert.rejects(listSnapshots(lab.ctx, { after: even.next ?? '', componentName: 'odd' }), foreign);
});

test('a run comes with what it made; one that does not exist is not found', async () => {
  const { executions, snapshots, id } = await getRun(lab.ctx, { runId: 3 });
  assert.deepEqual([id, executions.map((one) => one.id), snapshots.map((one) => one.id)], [3, [3], [3]]);
  await assert.rejects(getRun(lab.ctx, { runId: 999_999_999 }), { kind: 'NotFound', code: 'workflows.run_not_found' });
});

test('what is older than the retention goes, in as many steps as it takes, and nothing else', async () => {
  const oldest = lab.clock.now().getTime() - 30 * dayMs;
  const deleted = await purgeRecords(lab.ctx, { retentionMs: 30 * dayMs });
  assert.ok(deleted > 10_000);
  for (const [table, column] of [
    ['workflowRuns', 'startedAt'],
    ['queryExecutions', 'createdAt'],
    ['componentSnapshots', 'observedAt'],
  ] as const) {
    const rows = await lab.owner
      .selectFrom(table)
      .select(`${table}.${column} as at` as 'id')
      .execute();
    const times = rows.map((row) => Number(Object(row).at));
    assert.ok(
      times.every((at) => at >= oldest),
      table,
    );
    assert.ok(times.length >= 30 * perDay, table);
  }
  assert.equal(await purgeRecords(lab.ctx, { retentionMs: 30 * dayMs }), 0);
});

test('a run that something younger belongs to stays with it', async () => {
  const { id } = await lab.owner.selectFrom('workflowRuns').select('id').orderBy('startedAt').executeTakeFirstOrThrow();
  await lab.owner
    .updateTable('workflowRuns')
    .set({ startedAt: new Date(0) })
    .where('id', '=', id)
    .execute();
  assert.equal(await purgeRecords(lab.ctx, { retentionMs: 30 * dayMs }), 0);
});

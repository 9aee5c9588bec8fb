import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { lacksRight } from '@octo/platform/testing/lacks-right.ts';
import type { SweepRecords } from '../records/record-execution.ts';
import { openTestLab, type TestLab, testTraceId } from '../testing/test-lab.ts';
import { catalogue } from './catalogue.ts';
import { runQuery } from './run-query.ts';

let lab: TestLab;
before(async () => {
  lab = await openTestLab({ seed: true });
});
after(() => lab[Symbol.asyncDispose]());

async function lastExecution() {
  return await lab.owner.selectFrom('queryExecutions').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();
}

test('tells the orders by their status, the most valuable first', async () => {
  const { columns, rows, status, rowCount } = await runQuery(lab.ctx, { queryName: 'orders_backlog' });
  assert.deepEqual(columns, ['status', 'order_count', 'total_value']);
  const kept = await lab.owner.selectFrom('orders').select(['status', 'total']).execute();
  assert.deepEqual([status, rowCount], ['success', new Set(kept.map((order) => order.status)).size]);
  const values = rows.map((row) => Number(row.total_value));
  assert.deepEqual(
    values,
    values.toSorted((a, b) => b - a),
  );
  const orders = rows.reduce((sum, row) => sum + Number(row.order_count), 0);
  assert.equal(orders, kept.length);
  const cents = rows.reduce((sum, row) => sum + Math.round(Number(row.total_value) * 100), 0);
  assert.equal(
    cents,
    kept.reduce((sum, order) => sum + Math.round(Number(order.total) * 100), 0),
  );
});

test('beside as many queries as people may run a sweep runs its own, and one more person is told to wait', async () => {
  using _turn = await lab.ctx.lab.turns.take();
  const busy = { kind: 'LimitExceeded', code: 'workflows.lab_busy' };
  await assert.rejects(runQuery(lab.ctx, { queryName: 'orders_backlog' }), busy);
  const { status, errorMessage } = await lastExecution();
  assert.deepEqual([status, errorMessage?.startsWith('Others are running')], ['error', true]);
  const sweep: SweepRecords = { runId: undefined, scheduleMode: 'scheduled', executions: [] };
  await assert.rejects(runQuery(lab.ctx, { queryName: 'orders_backlog', sweep }), { code: 'workflows.recorded_later' });
  assert.deepEqual(
    sweep.executions.map((one) => one.status),
    ['success'],
  );
});

test('tells what is about to run out, the fewest first', async () => {
  await lab.owner.updateTable('stockLevels').set({ quantity: 3 }).where('productId', '=', 1).execute();
  const levels = await lab.owner.selectFrom('stockLevels').where('productId', '=', 1).selectAll().execute();
  const { rows } = await runQuery(lab.ctx, { queryName: 'inventory_watch' });
  const product = await lab.owner.selectFrom('products').where('id', '=', 1).selectAll().executeTakeFirstOrThrow();
  const found = rows.find((row) => row.sku === product.sku);
  const stock = 3 * levels.length;
  assert.deepEqual(found, { sku: product.sku, name: product.name, stock, category: product.category });
  assert.ok(rows.every((row) => Number(row.stock) <= 10));
});

test('tells what companies bought as far as the CRM accepted it, and nothing that is personal', async () => {
  const { rows, columns } = await runQuery(lab.ctx, { queryName: 'crm_customer_mix' });
  assert.deepEqual(columns, ['company', 'customer_count', 'order_count', 'spend']);
  const accepted = await lab.owner
    .selectFrom('orderAcceptances as a')
    .innerJoin('orders as o', 'o.id', 'a.orderId')
    .innerJoin('customers as c', 'c.id', 'o.customerId')
    .where('a.decision', '=', 'accepted')
    .select(['c.company', 'o.total', 'c.email', 'c.name'])
    .execute();
  assert.ok(rows.length > 1);
  for (const row of rows) {
    const own = accepted.filter(({ company }) => (company ?? 'Private customers') === row.company);
    assert.equal(row.order_count, own.length);
    assert.equal(row.spend, own.reduce((sum, { total }) => sum + Math.round(Number(total) * 100), 0) / 100);
  }
  const told = JSON.stringify(rows);
  for (const { email } of accepted) assert.ok(!told.includes(email));
});

test('tells which components were asked and when, as an instant', async () => {
  const observedAt = new Date('2026-01-02T03:04:05.678Z');
  await lab.owner
    .insertInto('componentSnapshots')
    .values({ id: 7, componentName: 'a', componentType: 'b', status: 'healthy', sourceService: 'x', observedAt })
    .execute();
  const { rows } = await runQuery(lab.ctx, { queryName: 'component_topology' });
  assert.deepEqual(rows, [
    { component_name: 'a', component_type: 'b', snapshot_count: 1, last_observed_at: '2026-01-02T03:04:05.678Z' },
  ]);
});

test('a run is recorded with its text, its time, its rows and its trace', async () => {
  const result = await runQuery(lab.ctx, { queryName: 'orders_backlog' });
  const { queryText, durationMs, createdAt, ...kept } = await lastExecution();
  assert.deepEqual(kept, {
    id: result.id,
    workflowRunId: null,
    queryName: 'orders_backlog',
    componentName: 'drone-shop',
    sourceService: 'octo-workflow-gateway',
    scheduleMode: 'manual',
    actionName: 'query',
    status: 'success',
    expectedFailure: false,
    promptText: null,
    rowCount: result.rows.length,
    errorMessage: null,
    traceId: testTraceId,
  });
  assert.equal(queryText, result.queryText);
  assert.match(queryText, /^select .* from query_orders group by status/);
  assert.ok(Number(durationMs) > 0);
  assert.deepEqual(createdAt, lab.clock.now());
});

const wrong = [
  ['broken_orders_probe', 'The database refused this query: it names a column that does not exist (42703).'],
  ['missing_table_probe', 'The database refused this query: it names a table that does not exist (42P01).'],
] as const;

for (const [queryName, errorMessage] of wrong) {
  test(`${queryName} fails as it is meant to: that is an answer, and is recorded as a failure`, async () => {
    const { status, expectedFailure, rows, id } = await runQuery(lab.ctx, { queryName });
    assert.deepEqual({ status, expectedFailure, rows }, { status: 'error', expectedFailure: true, rows: [] });
    const kept = await lastExecution();
    assert.deepEqual(
      [kept.id, kept.status, kept.expectedFailure, kept.actionName],
      [id, 'error', true, 'faulty_query'],
    );
    assert.equal(kept.errorMessage, errorMessage);
  });
}

test('a query that should not fail but does is refused with the code of the database alone', async () => {
  await lab.owner.schema.dropView('query_component_snapshots').execute();
  const refused = { kind: 'Unprocessable', code: 'workflows.query_refused' };
  await assert.rejects(runQuery(lab.ctx, { queryName: 'component_topology' }), refused);
  assert.deepEqual([(await lastExecution()).status, (await lastExecution()).expectedFailure], ['error', false]);
});

test('a name that is not in the catalogue is not found, and nothing was run', async () => {
  const before = await lastExecution();
  const unknown = { kind: 'NotFound', code: 'workflows.query_unknown' };
  for (const queryName of ['nothing', '', 'ORDERS_BACKLOG', 'toString', "'; drop table orders"])
    await assert.rejects(runQuery(lab.ctx, { queryName }), unknown);
  assert.equal((await lastExecution()).id, before.id);
});

test('a query over its rows is refused, and its session goes on', async () => {
  const refused = { kind: 'Unprocessable', code: 'workflows.too_many_rows' };
  await assert.rejects(runQuery(lab.ctx, { queryName: 'many_rows_probe' }), refused);
  const kept = await lastExecution();
  assert.deepEqual([kept.status, kept.rowCount, kept.expectedFailure], ['error', 0, false]);
  assert.match(kept.errorMessage ?? '', /more than 50 rows/);
  assert.equal((await runQuery(lab.ctx, { queryName: 'orders_backlog' })).status, 'success');
});

test('the lab may read its views and nothing else, and writes nothing', async () => {
  for (const table of ['orders', 'customers', 'users', 'query_executions'] as const)
    await assert.rejects(
      lab.ctx.lab.db
        .selectFrom(table as 'orders')
        .selectAll()
        .execute(),
      lacksRight,
    );
  await assert.rejects(lab.ctx.lab.db.updateTable('queryCampaigns').set({ name: 'mine' }).execute(), lacksRight);
});

test('every query of the catalogue has a name of its own and says what it does', () => {
  assert.equal(new Set(catalogue.map(({ name }) => name)).size, catalogue.length);
  for (const { label, description } of catalogue) assert.ok(label.length > 5 && description.length > 20);
});

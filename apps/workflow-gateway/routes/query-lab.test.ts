import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { listExecutions, listNamedQueries, runNamedQuery } from '@octo/contracts/query-lab.ts';
import { operatorAddressHeader, operatorHeader } from '@octo/contracts/workflows.ts';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { auditTrail } from '../../../domains/testing/audit-trail.ts';
import { createTestGateway } from '../testing/test-gateway.ts';

const service = { name: 'gateway', namespace: 'octo', version: '1.2.3' };
const logger = createLogger(service, 'info', { write: () => undefined });
const env = { QUERY_TIMEOUT_MS: '300', QUERY_POOL_MAX: '1' };
const t = await createTestGateway({ env, overrides: { logger } });
after(() => t[Symbol.asyncDispose]());
const run = (query_name: string, operator?: number) =>
  t.ask('/api/query-lab/run', { payload: { query_name }, ...(operator === undefined ? {} : { operator }) });

async function lastExecution() {
  const { items } = expectContract(listExecutions, 200, await t.ask('/api/query-lab/executions?limit=1'));
  return items[0];
}

test('the catalogue is told in a fixed order, with the text of each query', async () => {
  const { queries } = expectContract(listNamedQueries, 200, await t.ask('/api/workflows/catalog'));
  assert.deepEqual(
    queries.map(({ name, expected_failure }: { name: string; expected_failure: boolean }) => [name, expected_failure]),
    [
      ['orders_backlog', false],
      ['inventory_watch', false],
      ['crm_customer_mix', false],
      ['component_topology', false],
      ['broken_orders_probe', true],
      ['missing_table_probe', true],
      ['slow_count_probe', false],
      ['many_rows_probe', false],
    ],
  );
  for (const { sql } of queries) assert.match(sql, /^(select|with) /);
});

test('a query answers with its rows, and the history has it', async () => {
  const result = expectContract(runNamedQuery, 200, await run(' orders_backlog '));
  assert.deepEqual(result.columns, ['status', 'order_count', 'total_value']);
  assert.equal(typeof result.rows[0].total_value, 'number');
  assert.deepEqual([result.row_limit, result.time_limit_ms, result.schedule_mode], [50, 300, 'manual']);
  const { query_text, columns, rows, row_limit, time_limit_ms, ...execution } = result;
  assert.deepEqual(await lastExecution(), execution);
});

test('a query that fails on purpose is answered, with the code of the database and none of its words', async () => {
  const result = expectContract(runNamedQuery, 200, await run('broken_orders_probe'));
  assert.deepEqual([result.status, result.expected_failure, result.rows], ['error', true, []]);
  assert.match(result.error_message, /42703/);
});

test('a query over its time is ended with 504, over its rows refused with 422, and the one session goes on', async () => {
  for (const round of [1, 2]) {
    expectProblem(await run('slow_count_probe'), { status: 504, code: 'workflows.query_timed_out' });
    assert.match((await lastExecution()).error_message, /0\.3 s/, `round ${round}`);
    expectProblem(await run('many_rows_probe'), { status: 422, code: 'workflows.too_many_rows' });
    assert.match((await lastExecution()).error_message, /more than 50 rows/);
    assert.equal((await run('orders_backlog')).statusCode, 200);
  }
});

test('a name that nobody knows is not found, and what is no name is refused', async () => {
  expectProblem(await run('no_such_query'), { status: 404, code: 'workflows.query_unknown', field: 'query_name' });
  for (const payload of [{}, { query_name: '' }, { query_name: 7 }, { query_name: 'x'.repeat(121) }])
    expectProblem(await t.ask('/api/query-lab/run', { payload }), {
      status: 400,
      code: 'http.invalid',
      field: 'query_name',
    });
});

test('the history is read page by page, narrowed, and by its own cursors alone', async () => {
  const page = expectContract(listExecutions, 200, await t.ask('/api/query-lab/executions?limit=2&status=error'));
  assert.equal(page.items.length, 2);
  const after = await t.ask(`/api/query-lab/executions?limit=2&status=error&after=${page.next}`);
  const ids = [...page.items, ...after.json().items].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const of = await t.ask('/api/query-lab/executions?query_name=many_rows_probe');
  assert.deepEqual(
    new Set(of.json().items.map((one: { query_name: string }) => one.query_name)),
    new Set(['many_rows_probe']),
  );
  const foreign = await t.ask(`/api/query-lab/executions?after=${page.next}`);
  expectProblem(foreign, { status: 400, code: 'paging.cursor_invalid', field: 'after' });
  for (const [field, value] of [
    ['limit', '0'],
    ['limit', '101'],
    ['status', 'other'],
    ['query_name', ''],
  ])
    expectProblem(await t.ask(`/api/query-lab/executions?${field}=${value}`), {
      status: 400,
      code: 'http.invalid',
      field,
    });
});

test('who ran what is in the audit, by the person whom a service of ours names', async () => {
  const result = (await run('inventory_watch', 1)).json();
  const [entry] = await auditTrail(t.owner, 'queries/inventory_watch');
  assert.deepEqual(entry, {
    action: 'workflows.run_query',
    actor: 'user:1',
    traceId: result.trace_id,
    before: null,
    after: { trace_id: result.trace_id },
  });
  const { userId } = await t.owner.selectFrom('auditLogs').select('userId').executeTakeFirstOrThrow();
  assert.equal(userId, 1);
});

test('the audit says where the person called from, as the service that asks for them saw it', async () => {
  const forWhom = { [operatorHeader]: '1', [operatorAddressHeader]: '203.0.113.9', 'user-agent': 'a browser' };
  const headers = { [internalKeyHeader]: serviceKey, ...forWhom };
  const payload = { query_name: 'component_topology' };
  assert.equal((await t.app.inject({ method: 'POST', url: '/api/query-lab/run', headers, payload })).statusCode, 200);
  const rows = t.owner.selectFrom('auditLogs').where('resourceName', '=', 'queries/component_topology');
  const { ipAddress, userAgent } = await rows.select(['ipAddress', 'userAgent']).executeTakeFirstOrThrow();
  assert.deepEqual([ipAddress, userAgent], ['203.0.113.9', 'a browser']);
});

test('a person whom nobody knows runs nothing', async () => {
  const before = await lastExecution();
  const field = 'x-octo-operator';
  expectProblem(await run('orders_backlog', 999_999_999), { status: 400, code: 'workflows.operator_unknown', field });
  for (const operator of [0, -1, 1.5, Number.NaN, 2 ** 60])
    expectProblem(await run('orders_backlog', operator), { status: 400, code: 'workflows.operator_invalid', field });
  assert.deepEqual(await lastExecution(), before);
});

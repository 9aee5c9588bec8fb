import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { readMetrics } from '@octo/platform/telemetry/metrics/start-metrics.ts';
import { type ReadableSpan, recordSpans } from '@octo/platform/testing/record-spans.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { startBackgroundWork } from './background.ts';
import { spanNames, telemetryNames } from './telemetry-names.ts';
import { openFakeCrm } from './testing/fake-crm.ts';
import { createTestGateway } from './testing/test-gateway.ts';

const spans = recordSpans();
const lines: string[] = [];
const service = { name: 'octo-workflow-gateway', namespace: 'octo', version: '1.2.3' };
const logger = createLogger(service, 'debug', { write: (line) => void lines.push(line) });
const crm = await openFakeCrm();
const env = { SERVICE_CRM_URL: crm.url, QUERY_TIMEOUT_MS: '200' };
const t = await createTestGateway({ env, overrides: { logger } });
after(async () => {
  await t[Symbol.asyncDispose]();
  await crm[Symbol.asyncDispose]();
});
beforeEach(() => spans.clear());

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const caller = { traceparent: `00-${traceId}-00f067aa0ba902b7-01`, [internalKeyHeader]: serviceKey };

function named(name: string): ReadableSpan {
  const [span, ...others] = spans.all().filter((one) => one.name === name);
  assert.ok(span && others.length === 0, `${name}: ${spans.all().map((one) => one.name)}`);
  return span;
}

function parentOf(span: ReadableSpan): string | undefined {
  return spans.all().find((one) => one.spanContext().spanId === span.parentSpanContext?.spanId)?.name;
}

function run(query_name: string, headers: Record<string, string> = caller) {
  return t.app.inject({ method: 'POST', url: '/api/query-lab/run', headers, payload: { query_name } });
}

async function countedQueries(status: string): Promise<Record<string, number>> {
  const metric = (await readMetrics())?.metrics.find(({ name }) => name === 'octo.workflows.queries');
  const points = metric?.points.filter(({ attributes }) => attributes['octo.workflows.status'] === status) ?? [];
  return Object.fromEntries(
    points.map((point) => [String(point.attributes['octo.workflows.query']), 'value' in point ? point.value : 0]),
  );
}

test("the statement of a named query lies under its verb in the caller's trace, which its record names", async () => {
  const execution = (await run('inventory_watch')).json();
  const statement = named('SELECT query_products');
  assert.equal(statement.spanContext().traceId, traceId);
  assert.equal(execution.trace_id, traceId);
  assert.equal(parentOf(statement), 'workflows.run_query');
  assert.equal(parentOf(named('workflows.run_query')), 'POST /api/query-lab/run');
  assert.equal(named('POST /api/query-lab/run').parentSpanContext?.spanId, '00f067aa0ba902b7');
  const { attributes } = statement;
  assert.deepEqual(
    [attributes['octo.query'], attributes['db.query.text'], attributes['db.response.returned_rows']],
    ['workflows.inventoryWatch', execution.query_text, execution.row_count],
  );
  assert.match(String(attributes['octo.sql_id']), /^[0-9a-z]{13}$/);
  assert.ok(Number(attributes['octo.db.backend_pid']) > 0);
  assert.equal(named('POST /api/query-lab/run').attributes['octo.workflow.id'], 'query-lab');
});

test('what the database refused is on the statement, by its code alone', async () => {
  await run('missing_table_probe');
  const statement = named('SELECT query_drone_flights');
  assert.equal(statement.attributes['db.response.status_code'], '42P01');
  spans.clear();
  await run('slow_count_probe');
  assert.equal(named('WITH digits').attributes['db.response.status_code'], '57014');
  assert.equal(named('workflows.run_query').attributes['octo.outcome'], 'workflows.query_timed_out');
});

test('every query that is run is counted by how it ended, and a name that is none is not', async () => {
  const { orders_backlog: before = 0 } = await countedQueries('success');
  for (const name of ['orders_backlog', 'slow_count_probe', 'many_rows_probe', 'no_such_query']) await run(name);
  const { orders_backlog: after = 0, ...others } = await countedQueries('success');
  assert.deepEqual([after - before, others.slow_count_probe], [1, undefined]);
  const failed = await countedQueries('error');
  assert.ok((failed.slow_count_probe ?? 0) > 0 && (failed.many_rows_probe ?? 0) > 0);
  assert.equal(failed.no_such_query, undefined);
});

test('a scheduled sweep is a trace of its own, with a verb for each of its steps, and its run names it', async () => {
  {
    await using _background = startBackgroundWork(t.gateway);
    while (!spans.all().some(({ name }) => name === 'scheduled sweep')) await sleep(20);
  }
  const sweep = named('scheduled sweep');
  assert.equal(sweep.parentSpanContext, undefined);
  assert.match(lines.findLast((line) => line.includes('made a sweep')) ?? '', /"workflow_id":"query-lab"/);
  const own = spans.all().filter((span) => span.spanContext().traceId === sweep.spanContext().traceId);
  assert.equal(own.filter(({ name }) => name === 'workflows.run_query').length, 3);
  assert.equal(own.filter(({ name }) => name === 'workflows.probe_component').length, 5);
  assert.equal(parentOf(named('GET /ready')), 'workflows.probe_component');
  assert.equal(parentOf(named('workflows.run_sweep')), 'scheduled sweep');
  for (const span of own.filter(({ name }) => name === 'workflows.run_query'))
    assert.equal(parentOf(span), 'workflows.run_sweep');
  const run = await t.owner.selectFrom('workflowRuns').selectAll().executeTakeFirstOrThrow();
  assert.equal(run.traceId, sweep.spanContext().traceId);
});

test('asking in vain whether a sweep is due makes no span', async () => {
  {
    await using _background = startBackgroundWork(t.gateway);
    await sleep(200);
  }
  assert.deepEqual(
    spans.all().map(({ name }) => name),
    [],
  );
});

test('everything that is told has its name in the catalogue, and no secret in it', async () => {
  const token = 'unmistakable-session-token-of-an-operator--';
  crm.signIn(token, 'admin');
  await run('orders_backlog', { cookie: `octo_crm=${token}` });
  await run('orders_backlog', { authorization: `Bearer ${token}` });
  await run('orders_backlog', { [internalKeyHeader]: 'a-wrong-internal-key-that-is-told-nowhere' });
  await t.ask('/api/workflows/overview');
  await t.ask('/api/workflows/runs', { payload: {}, operator: 1 });
  for (const { name, attributes } of spans.all()) {
    assert.ok(
      spanNames.some(({ pattern }) => pattern.test(name)),
      name,
    );
    for (const key of Object.keys(attributes))
      assert.ok(
        telemetryNames.some((known) => known.name === key),
        key,
      );
  }
  const fields = new Set(lines.flatMap((line) => Object.keys(JSON.parse(line))));
  for (const field of fields)
    assert.ok(
      telemetryNames.some(({ name, on }) => name === field && on.includes('log line')),
      field,
    );
  const told =
    lines.join('\n') + JSON.stringify(spans.all().map(({ name, attributes, events }) => [name, attributes, events]));
  assert.match(told, /workflows\.sweep_now/);
  for (const secret of [token, serviceKey, 'a-wrong-internal-key-that-is-told-nowhere'])
    assert.ok(!told.includes(secret), secret);
});

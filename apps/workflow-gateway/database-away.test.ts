import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { expectProblem } from '@octo/platform/testing/expect.ts';
import { makeGate } from '@octo/platform/testing/gate.ts';
import { startBackgroundWork } from './background.ts';
import { createTestGateway } from './testing/test-gateway.ts';

const lines: string[] = [];
const service = { name: 'gateway', namespace: 'octo', version: '1.2.3' };
const logger = createLogger(service, 'info', { write: (line) => void lines.push(line) });
const gate = await makeGate();
const t = await createTestGateway({ reach: gate.lead, overrides: { logger } });
after(async () => {
  await t[Symbol.asyncDispose]();
  await gate[Symbol.asyncDispose]();
});

const run = () => t.ask('/api/query-lab/run', { payload: { query_name: 'orders_backlog' } });

test('without its database the gateway says so, lives on, and writes down later what was asked of it', async () => {
  assert.equal((await run()).statusCode, 200);
  await gate.shut();
  const away = { status: 503, code: 'database.unavailable' };
  const answers = [
    await run(),
    await t.ask('/api/workflows/overview'),
    await t.ask('/api/workflows/runs'),
    await t.ask('/api/query-lab/executions'),
    await t.ask('/api/components/snapshots'),
  ];
  for (const answer of answers) {
    expectProblem(answer, away);
    assert.ok(Number(answer.headers['retry-after']) > 0);
  }
  expectProblem(await t.ask('/api/workflows/runs', { payload: {} }), { status: 503, code: 'workflows.recorded_later' });
  assert.equal((await t.app.inject('/ready')).statusCode, 503);
  assert.equal((await t.app.inject('/health')).statusCode, 200);
  assert.equal((await t.ask('/api/workflows/catalog')).statusCode, 200);

  await using _background = startBackgroundWork(t.gateway);
  await gate.reopen();
  while (t.gateway.journal.first()) await sleep(20);
  assert.equal((await t.app.inject('/ready')).statusCode, 200);
  assert.equal((await run()).statusCode, 200);
  const { items } = (await t.ask('/api/query-lab/executions?status=error')).json();
  const [manual] = items.filter((one: { workflow_run_id: number | null }) => one.workflow_run_id === null);
  assert.deepEqual([manual.query_name, manual.schedule_mode], ['orders_backlog', 'manual']);
  assert.match(manual.error_message, /cannot be reached/);
  const asked = (await t.ask('/api/workflows/runs'))
    .json()
    .items.filter((one: { schedule_mode: string }) => one.schedule_mode === 'manual');
  assert.deepEqual(
    asked.map((one: { status: string }) => one.status),
    ['error'],
  );
  assert.match(lines.join('\n'), /recorded what happened while the database was away/);
});

test('a sweep that found the database gone is there when it is back, with the time it had', async () => {
  await gate.shut();
  const before = new Date();
  await t.owner.deleteFrom('queryExecutions').execute();
  await t.owner.deleteFrom('componentSnapshots').execute();
  await t.owner.deleteFrom('workflowRuns').execute();
  await using _background = startBackgroundWork(t.gateway);
  while (!t.gateway.journal.first()) await sleep(20);
  const returnedAt = new Date();
  await gate.reopen();
  while (t.gateway.journal.first()) await sleep(20);
  const kept = await t.owner.selectFrom('workflowRuns').selectAll().executeTakeFirstOrThrow();
  assert.ok(kept.startedAt >= before && (kept.completedAt ?? before) <= returnedAt);
  assert.match(kept.resultSummary ?? '', /database is down: It cannot be reached\./);
  const snapshots = await t.owner.selectFrom('componentSnapshots').selectAll().execute();
  assert.deepEqual(
    snapshots.filter(({ componentName }) => componentName === 'database').map(({ status }) => status),
    ['down'],
  );
});

test('requests at the moment of the cut are answered, and none of them with something else than the truth', async () => {
  const requests = Array.from({ length: 20 }, run);
  await gate.shut();
  const statuses = new Set((await Promise.all(requests)).map(({ statusCode }) => statusCode));
  assert.ok(statuses.isSubsetOf(new Set([200, 503])), [...statuses].join());
  await gate.reopen();
  assert.equal((await run()).statusCode, 200);
});

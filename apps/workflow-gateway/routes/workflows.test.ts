import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, test } from 'node:test';
import {
  getWorkflowOverview,
  getWorkflowRun,
  listComponentSnapshots,
  listWorkflowRuns,
  startSweep,
} from '@octo/contracts/workflows.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { openFakePeer } from '@octo/platform/testing/fake-peer.ts';
import { auditTrail } from '../../../domains/testing/audit-trail.ts';
import { createTestGateway } from '../testing/test-gateway.ts';

const ready = { ready: true, database: 'connected', db_type: 'postgresql' };
const shop = await openFakePeer(() => ({ status: 200, body: ready }));
const crm = await openFakePeer(() => ({ status: 503, body: { ready: false, database: 'disconnected', db_type: 'x' } }));
const t = await createTestGateway({ env: { SERVICE_SHOP_URL: shop.url, SERVICE_CRM_URL: crm.url } });
after(async () => {
  await t[Symbol.asyncDispose]();
  await Promise.all([shop, crm].map((peer) => peer[Symbol.asyncDispose]()));
});
const sweep = (operator?: number) =>
  t.ask('/api/workflows/runs', { payload: {}, ...(operator === undefined ? {} : { operator }) });

interface Snapshot {
  component_name: string;
  status: string;
  latency_ms: number | null;
  workflow_run_id: number;
}

test('before the first sweep the overview has numbers and nothing that ran', async () => {
  await using fresh = await createTestGateway({ database: t.database });
  const overview = expectContract(getWorkflowOverview, 200, await fresh.ask('/api/workflows/overview'));
  assert.ok(overview.orders.order_count > 0 && overview.orders.revenue > 0 && overview.crm.crm_linked > 0);
  assert.deepEqual([overview.recent_workflows, overview.components, overview.scheduler.last_run_at], [[], [], null]);
  assert.deepEqual(overview.gateway, {
    service_name: 'octo-workflow-gateway',
    faulty_query_enabled: false,
    selectai_configured: false,
    crm_endpoint_configured: false,
    shop_endpoint_configured: false,
  });
});

test('a sweep that is asked for answers with its run, which leads to all that it made', async () => {
  const run = expectContract(startSweep, 200, await sweep(1));
  assert.deepEqual([run.status, run.schedule_mode, run.workflow_key], ['success', 'manual', 'scheduled_backend_sweep']);
  assert.ok(run.duration_ms > 0 && run.completed_at >= run.started_at);
  const detail = expectContract(getWorkflowRun, 200, await t.ask(`/api/workflows/runs/${run.id}`));
  const { executions, components, ...same } = detail;
  assert.deepEqual(same, run);
  for (const execution of executions)
    assert.deepEqual([execution.workflow_run_id, execution.trace_id], [run.id, run.trace_id]);
  const found = components.map(({ component_name, status, latency_ms }: Snapshot) => [
    component_name,
    status,
    latency_ms !== null,
  ]);
  assert.deepEqual(found, [
    ['database', 'healthy', true],
    ['drone-shop', 'healthy', true],
    ['enterprise-crm-portal', 'degraded', true],
    ['observatory', 'unknown', false],
    ['octo-workflow-gateway', 'healthy', true],
  ]);
  const [audited] = await auditTrail(t.owner, 'workflows/sweep');
  assert.deepEqual([audited?.action, audited?.actor, audited?.traceId], ['workflows.sweep', 'user:1', run.trace_id]);
  const { recent_workflows, components: newest, scheduler } = (await t.ask('/api/workflows/overview')).json();
  assert.deepEqual([recent_workflows[0].id, newest.length, scheduler.last_status], [run.id, 5, 'success']);
});

test('a component that is gone, or never answers, makes the run an error with the reason', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port }: { port: number } = Object(silent.address());
  const gone = await openFakePeer(() => undefined);
  await gone[Symbol.asyncDispose]();
  const env = { SERVICE_SHOP_URL: gone.url, SERVICE_OBSERVATORY_URL: `http://127.0.0.1:${port}` };
  await using alone = await createTestGateway({ env, database: t.database });
  const run = (await alone.ask('/api/workflows/runs', { payload: {} })).json();
  silent.close();
  assert.equal(run.status, 'error');
  assert.match(run.result_summary, /drone-shop is down: It cannot be reached\./);
  assert.match(run.result_summary, /observatory is down: It did not answer within 2 s\./);
  const { components, scheduler } = (await alone.ask('/api/workflows/overview')).json();
  assert.equal(components.filter(({ status }: Snapshot) => status === 'down').length, 2);
  assert.equal(scheduler.last_error, run.result_summary);
});

test('one sweep runs at a time: who asks for another is told so', async () => {
  const answers = await Promise.all([sweep(), sweep(), sweep()]);
  const taken = answers.filter(({ statusCode }) => statusCode === 200);
  const refused = answers.filter(({ statusCode }) => statusCode !== 200);
  assert.ok(taken.length >= 1);
  for (const answer of refused) expectProblem(answer, { status: 409, code: 'workflows.sweep_running' });
  assert.ok(refused.length >= 1);
});

test('runs and snapshots are listed page by page, narrowed, and by their own cursors alone', async () => {
  const page = expectContract(listWorkflowRuns, 200, await t.ask('/api/workflows/runs?limit=1&status=success'));
  assert.equal(page.items.length, 1);
  const next = (await t.ask(`/api/workflows/runs?limit=1&status=success&after=${page.next}`)).json();
  assert.notEqual(next.items[0].id, page.items[0].id);
  const snapshots = await t.ask('/api/components/snapshots?limit=1&component_name=drone-shop');
  const found = expectContract(listComponentSnapshots, 200, snapshots);
  assert.equal(found.items[0].component_name, 'drone-shop');
  for (const url of [`/api/workflows/runs?after=${found.next}`, `/api/components/snapshots?after=${page.next}`])
    expectProblem(await t.ask(url), { status: 400, code: 'paging.cursor_invalid', field: 'after' });
  for (const [url, field] of [
    ['/api/workflows/runs?limit=101', 'limit'],
    ['/api/workflows/runs?status=late', 'status'],
    ['/api/components/snapshots?limit=x', 'limit'],
    ['/api/workflows/runs/0', 'run_id'],
    ['/api/workflows/runs/abc', 'run_id'],
  ] as const)
    expectProblem(await t.ask(url), { status: 400, code: 'http.invalid', field });
});

test('a run that does not exist is not found', async () => {
  expectProblem(await t.ask('/api/workflows/runs/999999999'), { status: 404, code: 'workflows.run_not_found' });
});

test('the overview is made once for all who ask at the same time', async () => {
  const names: string[] = [];
  const onQuery = (name: string) => void names.push(name);
  await using counted = await createTestGateway({ overrides: { onQuery }, database: t.database });
  await Promise.all(Array.from({ length: 10 }, () => counted.ask('/api/workflows/overview')));
  await counted.ask('/api/workflows/overview');
  assert.equal(names.filter((name) => name === 'workflows.selectSales').length, 1);
  assert.equal(names.filter((name) => name === 'workflows.selectRuns').length, 1);
});

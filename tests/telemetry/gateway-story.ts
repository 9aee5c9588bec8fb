import assert from 'node:assert/strict';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import type { Tables } from '@octo/database/tables.ts';
import type { TestDatabase } from '@octo/database/testing/test-database.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { openFakePeer } from '@octo/platform/testing/fake-peer.ts';
import { makeGate } from '@octo/platform/testing/gate.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { type Kysely, sql } from 'kysely';
import { startReceiver } from '../../apps/shop/testing/otlp-receiver.ts';
import { gatewayEnv, startGatewayProcess } from '../../apps/workflow-gateway/testing/gateway-process.ts';
import { until } from '../drills/parts/wait.ts';
import { type Emitted, fromProcess } from './emitted.ts';

type Owner = Kysely<Tables>;

/** What the gateway emits while it forgets, sweeps and finds trouble, answers, refuses, and is without its database for a while. */
export async function tellOfGateway({ urls, ownerUrl }: TestDatabase): Promise<Emitted> {
  await using owner = openDatabase<Tables>({ url: ownerUrl, applicationName: 'test', poolMax: 2 });
  await using receiver = await startReceiver();
  await using gate = await makeGate();
  await using observatory = await openFakePeer(() => ({ status: 503, body: {} }));
  await leaveOldSnapshot(owner);
  await sql`revoke select on query_orders from octo_query`.execute(owner);
  await using gateway = startGatewayProcess({
    ...gatewayEnv({ ...urls, octo_gateway: gate.lead(urls.octo_gateway) }),
    SERVICE_OBSERVATORY_URL: observatory.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
  });
  const url = await gateway.url;
  await until('the first sweep to be over', async () => (await statusesOfSweeps(owner)).includes('error'));
  assert.equal(await run(url, 'inventory_watch'), 200);
  assert.equal(await run(url, 'no_such_query'), 404);
  await gate.shut();
  assert.equal(await run(url, 'inventory_watch'), 503);
  await gate.reopen();
  await until('what was missed to be written down', async () => (await runByHand(owner)) === 2);
  const { output } = await gateway.stop('SIGTERM');
  return fromProcess(receiver, output);
}

async function run(url: string, query_name: string): Promise<number> {
  const headers = { 'content-type': 'application/json', [internalKeyHeader]: serviceKey };
  const body = JSON.stringify({ query_name });
  const answer = await fetch(`${url}/api/query-lab/run`, { method: 'POST', headers, body });
  await answer.arrayBuffer();
  return answer.status;
}

async function leaveOldSnapshot(owner: Owner): Promise<void> {
  const snapshot = {
    id: 1,
    componentName: 'database',
    componentType: 'database',
    status: 'healthy',
    sourceService: 'octo-workflow-gateway',
    details: 'It answers.',
    observedAt: new Date('2020-01-01T00:00:00Z'),
  };
  await owner.insertInto('componentSnapshots').values(snapshot).execute();
}

async function statusesOfSweeps(owner: Owner): Promise<string[]> {
  const runs = await owner.selectFrom('workflowRuns').select('status').execute();
  return runs.map(({ status }) => status);
}

async function runByHand(owner: Owner): Promise<number> {
  const executions = owner.selectFrom('queryExecutions').select('id').where('scheduleMode', '=', 'manual');
  return (await executions.execute()).length;
}

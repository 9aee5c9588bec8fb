import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import type { Tables } from '@octo/database/tables.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { gatewayEnv, startGatewayProcess } from './testing/gateway-process.ts';

const database = await createTestDatabase({ seed: true });
const owner = openDatabase<Tables>({ url: database.ownerUrl, applicationName: 'test', poolMax: 2 });
after(async () => {
  await owner.destroy();
  await database.close();
});
beforeEach(async () => {
  for (const table of ['queryExecutions', 'componentSnapshots', 'workflowRuns'] as const)
    await owner.deleteFrom(table).execute();
});

/** Periods so long that a test lies in one of them, but for bad luck. */
const periodSeconds = 86_400;
const env = {
  ...gatewayEnv(database.urls),
  LOG_LEVEL: 'debug',
  QUERY_TIMEOUT_MS: '1000',
  WORKFLOW_POLL_SECONDS: String(periodSeconds),
};

function runs() {
  return owner.selectFrom('workflowRuns').selectAll().orderBy('startedAt').execute();
}

async function untilRuns(status: 'running' | 'success' | 'error', count: number) {
  for (;;) {
    const found = (await runs()).filter((run) => run.status === status);
    if (found.length >= count) return found;
    await sleep(20);
  }
}

function askForSweep(url: string) {
  const headers = { [internalKeyHeader]: serviceKey };
  return fetch(`${url}/api/workflows/runs`, { method: 'POST', headers });
}

/** Hears what it is asked and says nothing: whoever asks it waits. */
async function openSilentPeer() {
  const { promise: asked, resolve: hear } = Promise.withResolvers<void>();
  const server = createServer((socket) => socket.once('data', () => hear())).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port }: { port: number } = Object(server.address());
  return { url: `http://127.0.0.1:${port}`, asked, [Symbol.asyncDispose]: async () => void server.close() };
}

test('of several replicas one makes the sweep of a period, and one that starts later makes no other', async () => {
  await using first = startGatewayProcess(env);
  await using second = startGatewayProcess(env);
  await Promise.all([first.url, second.url]);
  await untilRuns('success', 1);
  await using third = startGatewayProcess(env);
  await third.url;
  const outputs = await Promise.all([first, second, third].map((gateway) => gateway.stop('SIGTERM')));
  const periods = (await runs()).map(({ startedAt }) => Math.floor(startedAt.getTime() / 1000 / periodSeconds));
  assert.equal(new Set(periods).size, periods.length);
  const sweeps = outputs.filter(({ output }) => output.includes('"message":"made a sweep"'));
  assert.equal(sweeps.length, periods.length);
  assert.deepEqual(
    outputs.map(({ code }) => code),
    [0, 0, 0],
  );
});

test('a replica that is killed in the middle of a sweep is found out, and the next sweep closes its run', async () => {
  await using silent = await openSilentPeer();
  await using first = startGatewayProcess({ ...env, SERVICE_SHOP_URL: silent.url });
  const [running] = await untilRuns('running', 1);
  assert.ok(running);
  await silent.asked;
  await first.stop('SIGKILL');
  await using second = startGatewayProcess(env);
  const url = await second.url;
  assert.equal((await askForSweep(url)).status, 409, 'it may live');

  await owner
    .updateTable('workflowRuns')
    .set({ leaseUntil: new Date(Date.now() - 1) })
    .where('id', '=', running.id)
    .execute();
  const answer = await askForSweep(url);
  assert.equal(answer.status, 200);
  const made = await answer.json();
  const [dead, next] = await runs();
  assert.deepEqual([dead?.id, dead?.status], [running.id, 'error']);
  assert.match(dead?.resultSummary ?? '', /stopped in the middle/);
  assert.deepEqual([next?.id, next?.status], [made.id, 'success']);
  const executions = await owner.selectFrom('queryExecutions').select('workflowRunId').execute();
  const of = (runId: number) => executions.filter(({ workflowRunId }) => workflowRunId === runId).length;
  assert.deepEqual([of(running.id), of(made.id)], [3, 3], 'what it had found is kept');
});

test('told to stop in the middle of a sweep, a replica leaves no run open', async () => {
  await using silent = await openSilentPeer();
  await using gateway = startGatewayProcess({ ...env, SERVICE_SHOP_URL: silent.url });
  await untilRuns('running', 1);
  await silent.asked;
  assert.equal((await gateway.stop('SIGTERM')).code, 0);
  const [run] = await runs();
  assert.deepEqual([run?.status, run?.runningKey], ['error', null]);
  assert.match(run?.resultSummary ?? '', /told to stop/);
});

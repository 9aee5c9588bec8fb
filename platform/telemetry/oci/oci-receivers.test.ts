import assert from 'node:assert/strict';
import { after, mock, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../../embedded-postgres/free-port.ts';
import { readTelemetryConfig } from '../config.ts';
import { createMeterProvider } from '../metrics/meter-provider.ts';
import { createFate } from '../receivers/fate.ts';
import { createPutLogs } from './logging/put-logs.ts';
import { sendLogs } from './logging/send-logs.ts';
import type { Measured } from './monitoring/interval.ts';
import { createPostMetrics } from './monitoring/post-metrics.ts';
import { sendMetrics } from './monitoring/send-metrics.ts';
import { startLoopbackOci } from './testing/loopback-oci.ts';
import { makeOciConfigFile } from './testing/oci-config-file.ts';

const oci = await startLoopbackOci();
const file = makeOciConfigFile();
const alive = setInterval(() => undefined, 1000);
after(async () => {
  clearInterval(alive);
  file[Symbol.dispose]();
  await oci[Symbol.asyncDispose]();
});
file.renew(oci.keys);

const logId = 'ocid1.log.oc1.eu-frankfurt-1.aaaa';
const compartment = 'ocid1.compartment.oc1..aaaa';
const config = readTelemetryConfig(
  {
    OCI_REGION: 'eu-frankfurt-1',
    OCI_CONFIG_FILE: file.path,
    OCI_LOGGING_LOG_ID: logId,
    OCI_LOGGING_ENDPOINT: oci.url,
    OCI_COMPARTMENT_ID: compartment,
    OCI_MONITORING_ENDPOINT: oci.url,
  },
  'octo-tests',
);
const { ociLogging, ociMonitoring } = config;
assert.ok(ociLogging && ociMonitoring);
const source = { service: 'octo-tests', instanceId: 'one' };
const put = createPutLogs(ociLogging, source, 20_000);
const dimensions = { serviceName: 'octo-tests', environment: 'development', runtime: 'nodejs', instanceId: 'one' };
const post = createPostMetrics(ociMonitoring, dimensions, 20_000);
const never = new AbortController().signal;
const someLine = [{ line: '{}', timeMs: 1_700_000_000_000 }];

/** Sends these lines and tells what became of them. */
async function send(lines: readonly string[], troubles: typeof oci.troubles = [], through = put) {
  oci.troubles.push(...troubles);
  const before = { logs: oci.logs.length, answers: oci.answers.length };
  const told: [number, string][] = [];
  const fate = createFate((dropped, reason) => void told.push([dropped, reason]));
  const sender = sendLogs({ put: through, fate, delayMs: 1, pauseMs: 1, closeWithinMs: 20_000 });
  for (const [index, line] of lines.entries()) sender.add({ line: `${line}\n`, timeMs: 1_700_000_000_000 + index });
  while (fate.status().sent + fate.status().dropped < lines.length) await sleep(5);
  await sender[Symbol.asyncDispose]();
  const { sent, dropped } = fate.status();
  return { sent, dropped, told, logs: oci.logs.slice(before.logs), answers: oci.answers.slice(before.answers) };
}

test('log lines arrive signed, as they were written, with their time, their service and an id each', async () => {
  const lines = [JSON.stringify({ message: 'one — “é”', trace_id: 'a' }), JSON.stringify({ message: 'two' })];
  const { sent, logs, answers } = await send(lines);
  assert.deepEqual([sent, answers], [2, [{ status: 200 }]]);
  const [{ batch, ...log } = assert.fail()] = logs;
  assert.equal(log.logId, logId);
  assert.deepEqual([batch.source, batch.type, batch.subject], ['octo-tests-one', 'octo-platform', 'octo-tests']);
  assert.deepEqual(
    batch.entries.map(({ data }) => data),
    lines,
  );
  assert.equal(batch.entries[1]?.time, new Date(1_700_000_000_001).toISOString());
  assert.equal(new Set(batch.entries.map(({ id }) => id)).size, 2);
});

test('a line that is too long is cut and marked, and stays JSON', async () => {
  const { sent, logs } = await send([JSON.stringify({ message: 'x'.repeat(2_000_000), trace_id: 'a' })]);
  assert.equal(sent, 1);
  const { trace_id, message, 'octo.log.cut': cut } = JSON.parse(logs[0]?.batch.entries[0]?.data ?? '');
  assert.deepEqual([trace_id, message.length + cut], ['a', 2_000_000]);
});

test('no request is too large, however long its lines and whatever they hold', async () => {
  const { sent, answers } = await send(Array.from({ length: 300 }, () => JSON.stringify({ m: '"'.repeat(4000) })));
  assert.equal(sent, 300);
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
  assert.ok(answers.length > 2);
});

test('a service that is busy is asked again, and says when', async () => {
  const { sent, answers } = await send(['{}'], [{ status: 429, headers: { 'retry-after': '0' } }]);
  assert.deepEqual([sent, answers.map(({ status }) => status)], [1, [429, 200]]);
  oci.troubles.push({ status: 429, headers: { 'retry-after': '7' } });
  assert.deepEqual(await put(someLine, never), { result: '429', retryAfterMs: 7000 });
});

test('one that never answers is given up, and asked again', async () => {
  const { sent, dropped } = await send(['{}'], ['silence'], createPutLogs(ociLogging, source, 500));
  assert.deepEqual([sent, dropped], [1, 0]);
  assert.deepEqual(oci.troubles, []);
});

for (const status of [400, 404, 413])
  test(`${status} is not asked again`, async () => {
    const { dropped, told, answers } = await send(['{}'], [{ status }]);
    assert.deepEqual([dropped, told, answers.length], [1, [[1, String(status)]], 1]);
  });

test('a key that was changed on disk is read again', async () => {
  file.renew(oci.keys);
  const { sent, answers } = await send(['{}']);
  assert.deepEqual([sent, answers], [1, [{ status: 401, why: 'an unknown key' }, { status: 200 }]]);
});

test('a key that is not known is not tried for ever, and nothing is told of it', async () => {
  const [known] = [...oci.keys];
  oci.keys.clear();
  const { dropped, told, answers } = await send(['{}', '{}']);
  assert.deepEqual([dropped, told, answers.length], [2, [[2, '401']], 1]);
  if (known) oci.keys.set(...known);
});

test('a target where nobody listens loses what it must, with the reason', async () => {
  const endpoint = `http://127.0.0.1:${await findFreePort()}`;
  const gone = createPutLogs({ ...ociLogging, endpoint }, source, 20_000);
  assert.deepEqual(await gone(someLine, never), { result: 'ECONNREFUSED' });
});

test('a configuration file that is gone is no sign-in, and its content is not told', async () => {
  const nowhere = { ...ociLogging, signIn: { ...ociLogging.signIn, configFile: '/nowhere/config' } };
  const unread = createPutLogs(nowhere, source, 20_000);
  assert.deepEqual(await unread(someLine, never), { result: 'sign_in_failed' });
});

test('metrics arrive with their dimensions, no more than fifty in a request', async () => {
  const provider = createMeterProvider({});
  const meter = provider.getMeter('octo');
  const table = Array.from({ length: 60 }, (_, index) => {
    meter.createGauge(`level.${index}`).record(index);
    const of = { name: `level.${index}`, type: 'gauge', unit: '1', meaning: '', attributes: [] } as const;
    return { name: `app.level_${index}`, unit: '1', as: 'value', of } as const;
  });
  const fate = createFate(() => undefined);
  const before = oci.answers.length;
  await sendMetrics(provider, { table, post, fate, closeWithinMs: 20_000 })[Symbol.asyncDispose]();
  assert.deepEqual(oci.answers.slice(before), [{ status: 200 }, { status: 200 }]);
  assert.deepEqual([oci.metrics.length, fate.status().sent], [60, 60]);
  const last = oci.metrics.at(-1);
  assert.deepEqual(last?.dimensions, dimensions);
  assert.deepEqual([last?.namespace, last?.compartmentId], ['octo_platform', compartment]);
  assert.deepEqual([last?.name, last?.datapoints[0]?.value, last?.metadata], ['app.level_59', 59, { unit: '1' }]);
});

test('metrics that are refused in an answer of 200 are seen', async () => {
  const measured: Measured[] = ['app.good', 'app.no good', 'app.good_too'].map((name) => ({
    name,
    unit: '1',
    value: 1,
  }));
  assert.equal((await post(measured, Date.now(), never)).failed, 1);
  const told: [number, string][] = [];
  const fate = createFate((dropped, reason) => void told.push([dropped, reason]));
  const provider = createMeterProvider({});
  provider.getMeter('octo').createGauge('level').record(1);
  const of = { name: 'level', type: 'gauge', unit: '1', meaning: '', attributes: [] } as const;
  const table = ['app.good', 'app.no good'].map((name) => ({ name, unit: '1', as: 'value', of }) as const);
  await sendMetrics(provider, { table, post, fate, closeWithinMs: 20_000 })[Symbol.asyncDispose]();
  assert.deepEqual([fate.status().sent, told], [1, [[1, 'rejected']]]);
});

test('a value from too long ago is refused, and not asked again', async () => {
  const old = Date.now() - 3 * 3_600_000;
  assert.equal((await post([{ name: 'app.good', unit: '1', value: 1 }], old, never)).result, '400');
});

test('without an address of its own, each service is asked at the host that takes what is sent', async () => {
  const asked: string[] = [];
  const fetching = mock.method(globalThis, 'fetch', async (url: URL) => {
    asked.push(url.href);
    return new Response('{}');
  });
  await createPutLogs({ ...ociLogging, endpoint: undefined }, source, 20_000)(someLine, never);
  const publicPost = createPostMetrics({ ...ociMonitoring, endpoint: undefined }, dimensions, 20_000);
  await publicPost([{ name: 'app.good', unit: '1', value: 1 }], Date.now(), never);
  fetching.mock.restore();
  assert.deepEqual(asked, [
    `https://ingestion.logging.eu-frankfurt-1.oci.oraclecloud.com/20200831/logs/${logId}/actions/push`,
    'https://telemetry-ingestion.eu-frankfurt-1.oraclecloud.com/20180401/metrics',
  ]);
});

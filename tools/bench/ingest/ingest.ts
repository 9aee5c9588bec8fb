import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { type Child, startChild } from '../child.ts';
import { byTurns, comparisonOf } from '../compare.ts';
import { type Cost, summaryOf } from '../cost.ts';
import { post } from '../http-bytes.ts';
import { type Load, measure } from '../load.ts';
import { megabytesOf } from '../memory.ts';
import { type Row, ratioRow } from '../row.ts';
import { floorArgs } from '../service-child.ts';
import { spreadOf } from '../statistics.ts';
import { bytesIn } from './bytes-in.ts';
import { captureExports } from './captured.ts';
import { countSpans, renewSpans, traceIdOf } from './otlp-spans.ts';

const rounds = 15;
const exportsPerRound = 12;
const readableWithinMs = 30_000;

/** How many spans the observatory takes in: exports of a shop at work, sent again and again as others, until they can be read. */
export async function ingestRows(bench: Bench): Promise<Row[]> {
  const { database, signal, say } = bench;
  say('spans of a shop at work');
  const exports = await captureExports(bench);
  say('ingest of the observatory');
  const dir = join(database.dir, 'observatory');
  const settings = { PORT: '0', OTLP_PORT: '0', OBSERVATORY_DIR: dir, LOG_LEVEL: 'warn' };
  await using observatory = await startChild(['--max-semi-space-size=4', 'apps/observatory/main.ts'], settings);
  await using floor = await startChild(floorArgs('append', join(database.dir, 'appended')));
  const madeAt = Date.now();
  let sent = 0;
  let [kept, spans] = [0, 0];
  const nextBodies = () =>
    Array.from({ length: exportsPerRound }, () => {
      sent += 1;
      const later = BigInt(Date.now() - madeAt) * 1_000_000n;
      return renewSpans(exports[sent % exports.length] ?? Buffer.alloc(0), sent, later);
    });
  const [costs = [], floorCosts = []] = await byTurns({ signal }, rounds, [
    async () => {
      const bodies = nextBodies();
      const count = countAll(bodies);
      spans += count;
      kept += bodies.length;
      return perSpan(await send(observatory, bodies, signal), bodies.length, count);
    },
    async () => {
      const bodies = nextBodies();
      return perSpan(await measure(floor, loadOf(bodies)), bodies.length, countAll(bodies));
    },
  ]);
  const perSecond = costs.map((cost) => cost.requestsPerSecond);
  const { median: value, ...interval } = spreadOf(perSecond);
  const bytes = (await bytesIn(dir)) / spans;
  const batch = Math.round(spans / kept);
  return [
    {
      what: 'ingest of the observatory, spans a second until they can be read',
      figure: { value, interval, unit: '/s', isMoreBetter: true },
      ours: summaryOf(costs),
      megabytes: await megabytesOf([observatory.pid]),
      note: `exports of ${batch} spans over 2 connections; CPU per span; latency per export; ${bytes.toFixed(0)} bytes of disk per span`,
    },
    ratioRow(
      'ingest of the observatory, CPU per span against appending the same bytes to a file',
      'cpu',
      comparisonOf(costs, floorCosts),
    ),
  ];
}

function countAll(bodies: readonly Buffer[]): number {
  return bodies.reduce((sum, body) => sum + countSpans(body), 0);
}

function loadOf(bodies: readonly Buffer[]): Load {
  const requests = bodies.map((body) =>
    post('/v1/traces', body, { host: 'localhost', 'content-type': 'application/x-protobuf' }),
  );
  return { connections: 2, count: bodies.length, request: () => requests.shift() ?? Buffer.alloc(0) };
}

async function send(observatory: Child, bodies: readonly Buffer[], signal: AbortSignal): Promise<Cost> {
  const before = await observatory.cpuMicros();
  const began = performance.now();
  const cost = await measure(observatory, loadOf(bodies));
  const last = bodies.at(-1);
  if (last) await untilReadable(observatory, traceIdOf(last), signal);
  const cpuMicrosPerRequest = ((await observatory.cpuMicros()) - before) / bodies.length;
  return { ...cost, cpuMicrosPerRequest, requestsPerSecond: (bodies.length * 1000) / (performance.now() - began) };
}

function perSpan({ cpuMicrosPerRequest, requestsPerSecond, latenciesMs }: Cost, exports: number, spans: number): Cost {
  const spansPerExport = spans / exports;
  return {
    cpuMicrosPerRequest: cpuMicrosPerRequest / spansPerExport,
    requestsPerSecond: requestsPerSecond * spansPerExport,
    latenciesMs,
  };
}

async function untilReadable(observatory: Child, traceId: string, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + readableWithinMs;
  for (;;) {
    signal.throwIfAborted();
    const answer = await fetch(`${observatory.url}/api/traces/${traceId}`);
    await answer.arrayBuffer();
    if (answer.ok) return;
    if (performance.now() > deadline) throw new Error(`trace ${traceId} cannot be read: ${answer.status}`);
    await sleep(10);
  }
}

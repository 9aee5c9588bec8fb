import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { startChild } from '../child.ts';
import { byTurns, comparisonOf } from '../compare.ts';
import { summaryOf } from '../cost.ts';
import { measure } from '../load.ts';
import { megabytesOf } from '../memory.ts';
import { type Row, ratioRow } from '../row.ts';
import { floorArgs } from '../service-child.ts';
import { spreadOf } from '../statistics.ts';
import { bytesIn } from './bytes-in.ts';
import { captureExports } from './captured.ts';
import { countSpans, renewSpans } from './otlp-spans.ts';
import { loadOf, perSpan, sendExports } from './send-exports.ts';

const rounds = 15;
const exportsPerRound = 12;

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
      return perSpan(await sendExports(observatory, bodies, signal), bodies.length, count);
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

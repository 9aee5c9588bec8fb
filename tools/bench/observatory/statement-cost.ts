import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { type Child, startChild } from '../child.ts';
import { byTurns, comparisonOf } from '../compare.ts';
import { countSpans, renewSpans } from '../ingest/otlp-spans.ts';
import { perSpan, sendExports } from '../ingest/send-exports.ts';
import { type Row, ratioRow } from '../row.ts';
import { exportsOf } from './exports.ts';
import { fullShape } from './made-up/shape.ts';

const rounds = 9;
const traces = 600;
/** As long as the name that statements are counted by, and no name that anything is counted by. */
const [counted, notCounted] = ['octo.sql_id', 'octo.sql_no'];

/** What it costs to count the runs of statements as spans come in: the same spans, with a name that is counted and with another. */
export async function statementCostRow({ database, signal, say }: Bench): Promise<Row> {
  say('what it costs to count statements');
  const exports = [...exportsOf({ ...fullShape, traces, minutes: 10, endMs: Date.now() })]
    .filter(({ path }) => path === '/v1/traces')
    .map(({ body }) => body);
  const others = exports.map((body) => Buffer.from(body.toString('latin1').replaceAll(counted, notCounted), 'latin1'));
  const open = (name: string) =>
    startChild(['--max-semi-space-size=4', 'apps/observatory/main.ts'], {
      PORT: '0',
      OTLP_PORT: '0',
      OBSERVATORY_DIR: join(database.dir, name),
      LOG_LEVEL: 'warn',
    });
  await using counting = await open('observatory-counting');
  await using plain = await open('observatory-plain');
  let round = 0;
  const costOf = (child: Child, bodies: readonly Buffer[]) => async () => {
    round += 1;
    const renewed = bodies.map((body) => renewSpans(body, round, 0n));
    const spans = renewed.reduce((sum, body) => sum + countSpans(body), 0);
    return perSpan(await sendExports(child, renewed, signal), renewed.length, spans);
  };
  const [ours = [], floor = []] = await byTurns({ signal }, rounds, [costOf(counting, exports), costOf(plain, others)]);
  return ratioRow(
    'observatory: CPU per span with the runs of statements counted, against the same spans without',
    'cpu',
    comparisonOf(ours, floor),
  );
}

import type { Bench } from './bench.ts';
import { type Child, startChild } from './child.ts';
import { byTurns, comparisonOf } from './compare.ts';
import { get } from './http-bytes.ts';
import { type Load, measure } from './load.ts';
import { type Row, ratioRow, type Target } from './row.ts';
import { serviceArgs, serviceEnvironment, tracedEnvironment } from './service-child.ts';

const rounds = 15;
const target: Target = { must: 1.25, want: 1.1 };
const loads: Readonly<Record<string, Load>> = {
  'the cached product page': { connections: 8, count: 3000, request: get('/products/7') },
  'an empty cart (one verb, one statement)': {
    connections: 8,
    count: 1000,
    request: get('/api/cart?session_id=bench-session-of-nobody'),
  },
};

/** What recording every span costs, beside two shops that both record none: their ratio shows what is noise. */
export async function tracingRows(bench: Bench): Promise<Row[]> {
  const { database, sink } = bench;
  await using traced = await startChild(serviceArgs('shop'), tracedEnvironment('shop', database, sink));
  await using control = await startChild(serviceArgs('shop', false), serviceEnvironment('shop', database));
  await using plain = await startChild(serviceArgs('shop', false), serviceEnvironment('shop', database));
  const rows: Row[] = [];
  for (const [name, load] of Object.entries(loads)) {
    rows.push(await tracingRow(bench, `telemetry on against off, ${name}, CPU`, load, [traced, control, plain]));
  }
  return rows;
}

async function tracingRow(bench: Bench, what: string, load: Load, children: readonly Child[]): Promise<Row> {
  bench.say(what);
  const runs = children.map((child) => () => measure(child, load));
  const [traced = [], control = [], plain = []] = await byTurns(bench, rounds, runs);
  const result = { ...comparisonOf(traced, plain), control: comparisonOf(control, plain) };
  return ratioRow(what, 'cpu', result, target);
}

import type { Bench } from '../bench.ts';
import { openBenchDatabase } from '../bench-database.ts';
import { byTurns, comparisonOf } from '../compare.ts';
import type { Cost } from '../cost.ts';
import { measure } from '../load.ts';
import { type Row, ratioRow } from '../row.ts';
import { grow } from './grow.ts';
import { type Question, questions } from './questions.ts';
import { years } from './scale.ts';
import { openSide, type Side } from './side.ts';

const rounds = 15;
const connections = 4;
/** As many requests to either house as the big one answers in so long. */
const secondsPerRun = 0.4;
const probeRequests = 20;
const mostRequests = 400;
const target = { must: 1.5, want: 1.2 };

/** The same services on a house after years of business, against one that has just opened. */
export async function growthRows(bench: Bench): Promise<Row[]> {
  const { signal, say } = bench;
  await using grown = await openBenchDatabase(signal);
  await grow(grown, years, signal, (what) => say(`making ${what}`));
  // One of its own: what other parts left in theirs is a day no house ever had.
  await using seeded = await openBenchDatabase(signal);
  await seeded.owner.query('vacuum analyze');
  await using small = await openSide(bench, seeded);
  await using big = await openSide(bench, grown);
  const rows: Row[] = [];
  for (const question of questions) {
    say(question.what);
    rows.push(await growthRow(bench, question, small, big));
  }
  return rows;
}

/** CPU of the service and of its database together: what grows with the data is mostly the work of the database. */
async function growthRow(bench: Bench, question: Question, small: Side, big: Side): Promise<Row> {
  const [askSmall, askBig] = [await asking(question, small), await asking(question, big)];
  await askBig(probeRequests);
  const { requestsPerSecond } = await askBig(probeRequests);
  const count = Math.round(Math.min(mostRequests, Math.max(probeRequests, requestsPerSecond * secondsPerRun)));
  const runs = [askBig, askSmall, askSmall].map((ask) => () => ask(count));
  const [grown = [], before = [], control = []] = await byTurns(bench, rounds, runs);
  const result = { ...comparisonOf(grown, before), control: comparisonOf(control, before) };
  const row = ratioRow(`growth: ${question.what}, CPU with its database`, 'cpu', result, target);
  const { median, low, high } = result.latency;
  return { ...row, note: `p50 ${median.toFixed(2)} × (${low.toFixed(2)}–${high.toFixed(2)})` };
}

/** Asks a house so many times, and tells what that cost it. */
async function asking(question: Question, side: Side): Promise<(count: number) => Promise<Cost>> {
  const server = side[question.of];
  const requests = await question.open(side);
  return async (count) => {
    const request = await requests(count);
    return await measure(server, { connections, count, request }, [server, side.databaseWorker]);
  };
}

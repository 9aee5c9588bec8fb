import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { type Child, startChild } from '../child.ts';
import { type Cost, summaryOf } from '../cost.ts';
import { bytesIn } from '../ingest/bytes-in.ts';
import { megabytesOf } from '../memory.ts';
import type { Row, Target } from '../row.ts';
import { fill } from './fill.ts';
import { fullShape, type Shape } from './made-up/shape.ts';
import { ask, type Question, questionsOf } from './questions.ts';
import { statementCostRow } from './statement-cost.ts';

const asks = 20;
const warmUps = 3;
const storeMegabytes = '4096';
/** Who looks at a page waits for several answers; processor time, which says the same on a busy machine. */
const answerTarget: Target = { must: 50, want: 20 };

/** The observatory with a million spans: how much room they take, and how long the questions of its pages take then. */
export async function observatoryRows(bench: Bench): Promise<Row[]> {
  const dir = join(bench.database.dir, 'observatory-full');
  const settings = {
    PORT: '0',
    OTLP_PORT: '0',
    OBSERVATORY_DIR: dir,
    OBSERVATORY_STORE_MB: storeMegabytes,
    LOG_LEVEL: 'warn',
    INSIGHT_DATABASE_URL: bench.database.urls.octo_insight ?? '',
  };
  await using observatory = await startChild(['--max-semi-space-size=4', 'apps/observatory/main.ts'], settings);
  const shape = { ...fullShape, endMs: Date.now() };
  bench.say('a million spans');
  const cpuBefore = await observatory.cpuMicros();
  const { spans, seconds, sentAgain } = await fill(observatory, shape, bench);
  const cpuMicros = ((await observatory.cpuMicros()) - cpuBefore) / spans;
  const megabytes = await megabytesOf([observatory.pid]);
  const bytes = (await bytesIn(dir)) / spans;
  const rows: Row[] = [
    {
      what: 'observatory: a million spans with log lines and metrics, spans a second until they are written',
      figure: { value: spans / seconds, unit: '/s', isMoreBetter: true },
      megabytes,
      note: `${cpuMicros.toFixed(1)} µs of CPU per span, all included; ${sentAgain} exports came again after 429`,
    },
    {
      what: 'observatory: room on the disk per span, with log lines, metrics and sums',
      figure: { value: bytes, unit: 'B' },
    },
  ];
  const answered = await answerRows(bench, observatory, shape);
  return [...rows, await statementCostRow(bench), ...answered];
}

async function answerRows({ say, signal }: Bench, observatory: Child, shape: Shape): Promise<Row[]> {
  say('the questions of its pages');
  const rows: Row[] = [];
  for (const question of questionsOf(shape, await someLine(observatory))) {
    signal.throwIfAborted();
    const cost = await answers(observatory, question);
    const ours = summaryOf([cost]);
    const figure = { value: ours.cpuMicrosPerRequest / 1000, unit: 'ms', target: answerTarget } as const;
    rows.push({ what: `observatory, at a million spans: ${question.title}, CPU`, figure, ours });
  }
  return rows;
}

async function answers(observatory: Child, question: Question): Promise<Cost> {
  for (let turn = 0; turn < warmUps; turn += 1) await ask(observatory, question, turn);
  const before = await observatory.cpuMicros();
  const latenciesMs: number[] = [];
  for (let turn = 0; turn < asks; turn += 1) latenciesMs.push(await ask(observatory, question, turn));
  const cpuMicrosPerRequest = ((await observatory.cpuMicros()) - before) / asks;
  return { cpuMicrosPerRequest, requestsPerSecond: Number.NaN, latenciesMs };
}

/** The id of a log line that others stand around. */
async function someLine(observatory: Child): Promise<string> {
  const answer: { logs?: { id?: string }[] } = Object(
    await (await fetch(`${observatory.url}/api/logs?q=deadlock`)).json(),
  );
  const id = answer.logs?.at(-1)?.id;
  if (id === undefined) throw new Error('no log line was kept');
  return id;
}

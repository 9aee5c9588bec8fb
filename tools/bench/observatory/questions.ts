import type { Child } from '../child.ts';
import { histogramName } from './made-up/make-points.ts';
import { routes, services, statements } from './made-up/platform.ts';
import { planOf, type Shape } from './made-up/shape.ts';

/** What a page asks, and how to know that it was answered. */
export interface Question {
  readonly title: string;
  /** Another one of its kind each time. */
  path(turn: number): string;
  /** Of the answer, what must not be empty. */
  found(answer: Record<string, unknown>): unknown;
}

const hourMs = 3_600_000;
const nano = (ms: number) => `${Math.round(ms)}000000`;
const listIn = (name: string) => (answer: Record<string, unknown>) => answer[name];

/** The questions that the pages ask most, of a store that holds the shape. */
export function questionsOf(shape: Shape, lineId: string): Question[] {
  const lastHour = `fromUnixNano=${nano(shape.endMs - hourMs)}`;
  const plan = (turn: number) => planOf(shape, Math.floor(shape.traces * 0.3) + turn);
  const routeAt = (turn: number) => routes[(turn * 7) % 40];
  const traces = listIn('traces');
  const search = (turn: number) => {
    const route = routeAt(turn);
    return new URLSearchParams({ service: services[route?.service ?? 0] ?? '', route: route?.path ?? '' });
  };
  return [
    { title: 'newest traces of a service and route', path: (turn) => `/api/traces?${search(turn)}`, found: traces },
    {
      title: 'slow traces with errors, last hour',
      path: () => `/api/traces?status=error&minDurationMs=100&${lastHour}`,
      found: traces,
    },
    {
      title: 'traces by a rare attribute',
      path: (turn) => `/api/traces?q=octo.order.id=${plan(turn).orderId}`,
      found: traces,
    },
    {
      title: 'traces that ran a statement',
      path: (turn) => `/api/traces?q=octo.sql_id=${statements[(turn * 13) % statements.length]?.sqlId}`,
      found: traces,
    },
    {
      title: 'scatter of all traces of an hour',
      path: () => `/api/traces/scatter?${lastHour}`,
      found: listIn('points'),
    },
    { title: 'one trace', path: (turn) => `/api/traces/${plan(turn).traceId}`, found: listIn('spans') },
    {
      title: 'its median trace',
      path: (turn) => `/api/traces/${plan(turn).traceId}/median`,
      found: listIn('traceId'),
    },
    { title: 'rates of all services, an hour', path: () => '/api/services?minutes=60', found: listIn('services') },
    { title: 'rates of all services, ten hours', path: () => '/api/services?minutes=600', found: listIn('services') },
    { title: 'overview', path: () => '/api/overview', found: listIn('services') },
    { title: 'topology of an hour', path: () => '/api/topology?minutes=60', found: listIn('edges') },
    {
      title: 'log lines with a word',
      path: (turn) => `/api/logs?q=${['deadlock', 'declined', 'timeout'][turn % 3]}`,
      found: listIn('logs'),
    },
    {
      title: 'facets of log lines with a word, all ten hours',
      path: (turn) =>
        `/api/logs/summary?q=${['deadlock', 'declined', 'timeout'][turn % 3]}&fromUnixNano=${nano(shape.endMs - 10 * hourMs)}`,
      found: listIn('lines'),
    },
    { title: 'log lines around a line', path: () => `/api/logs/${lineId}?scope=instance`, found: listIn('line') },
    { title: 'log lines of a trace', path: (turn) => `/api/logs?traceId=${plan(turn).traceId}`, found: listIn('logs') },
    {
      title: 'newest points of a metric',
      path: () => `/api/metrics?name=${histogramName}`,
      found: listIn('metrics'),
    },
    { title: 'status', path: () => '/api/status', found: listIn('spans') },
    ...sqlQuestions,
  ];
}

/** Those of the pages of the database, with the statements that spans told of. The database itself may have had nothing to do. */
const sqlQuestions: readonly Question[] = [
  {
    title: 'costliest statements of an hour, with callers and p95',
    path: () => '/api/database/statements?minutes=60&by=time',
    found: Object,
  },
  {
    title: 'runs of a statement in an hour',
    path: (turn) => `/api/database/sql-ids/${statements[(turn * 13) % statements.length]?.sqlId}/runs?minutes=60`,
    found: listIn('calls'),
  },
  { title: 'activity of the database, an hour', path: () => '/api/database/activity?minutes=60', found: Object },
  { title: 'what changed in the database, an hour', path: () => '/api/database/changes?minutes=60', found: Object },
];

/** Asks once; returns how long the answer took. Throws when it has nothing in it. */
export async function ask(child: Child, { title, path, found }: Question, turn: number): Promise<number> {
  const began = performance.now();
  const answer = await fetch(child.url + path(turn));
  const text = await answer.text();
  const ms = performance.now() - began;
  const value = answer.ok ? found(Object(JSON.parse(text))) : undefined;
  if (value === undefined || value === 0 || (Array.isArray(value) && value.length === 0))
    throw new Error(`“${title}” was answered with ${answer.status} and nothing in it: ${path(turn)}`);
  return ms;
}

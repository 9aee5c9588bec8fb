import { getMedianTrace, getTrace, listTraces, scatterTraces } from '@octo/contracts/observatory.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { route } from '@octo/platform/http/route.ts';
import { decodeCursor, encodeCursor } from '@octo/platform/paging/cursor.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from '../context.ts';
import type { GoneReason } from '../store/pressure/gone-traces.ts';
import { mostSpans } from '../store/traces/read-trace.ts';
import type { TracePosition } from '../store/traces/stretches.ts';
import { readTraceSearch } from './read-trace-search.ts';

const listName = 'traces.newest';
const pageSize = 50;

export function traceRoutes(app: FastifyInstance, { store }: Observatory): void {
  route(app, listTraces, async ({ query }) => {
    const { limit = pageSize, after, ...asked } = query;
    const search = readTraceSearch(asked);
    const { traces, next } = await store.read((readers) => readers.traces.search(search, positionOf(after), limit));
    return { traces, next: next ? encodeCursor(listName, { value: next.startUs, id: next.id }) : null };
  });

  route(app, scatterTraces, async ({ query }) =>
    store.read((readers) => readers.traces.scatter(readTraceSearch(query))),
  );

  route(app, getTrace, async ({ params: { traceId }, query: { limit = mostSpans, after } }) => {
    const list = `trace.${traceId}`;
    const from = after === undefined ? undefined : decodeCursor(list, after, 'whole').id;
    const found = await store.read(({ traces }) =>
      from === undefined && traces.spanCountOf(traceId) <= limit
        ? traces.find(traceId)
        : traces.findLarge(traceId, from, limit),
    );
    if (typeof found === 'string') throw found === 'unknown' ? unknownTrace() : goneTrace(found);
    const next = found.next === undefined ? null : encodeCursor(list, { value: found.next, id: found.next });
    return { traceId, spanCount: found.spanCount, spans: found.spans, next };
  });

  route(app, getMedianTrace, async ({ params: { traceId } }) => {
    const median = await store.read(({ traces }) => traces.medianOf(traceId));
    if (median === 'unknown') throw unknownTrace();
    if (median !== 'alone') return median;
    throw new AppError(
      'NotFound',
      'traces.nothing_alike',
      'No other trace began like this one within six hours of it.',
    );
  });
}

function positionOf(after: string | undefined): TracePosition | undefined {
  if (after === undefined) return undefined;
  const { value, id } = decodeCursor(listName, after, 'whole');
  return { startUs: Number(value), id };
}

function unknownTrace(): AppError {
  return new AppError('NotFound', 'traces.unknown', 'No span of this trace has come in.');
}

/** By code and message. */
const goneFor: Readonly<Record<GoneReason, readonly [string, string]>> = {
  room: ['traces.aged_out', 'This trace was here. It was among the oldest and had to make room.'],
  age: ['traces.too_old', 'This trace was here. It became older than traces are kept.'],
  pressure: [
    'traces.left_out',
    'This trace was left out: more came in than could be written, and nothing in it was an error, slow or seldom.',
  ],
};

function goneTrace(reason: GoneReason): AppError {
  const [code, message] = goneFor[reason];
  return new AppError('Gone', code, message);
}

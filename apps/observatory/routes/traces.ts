import { getTrace, listTraces } from '@octo/contracts/observatory.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { route } from '@octo/platform/http/route.ts';
import { decodeCursor, encodeCursor } from '@octo/platform/paging/cursor.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from '../context.ts';
import { spanStatuses } from '../otlp/records.ts';
import type { TracePosition } from '../store/search-traces.ts';

const listName = 'traces.newest';
const pageSize = 50;

export function traceRoutes(app: FastifyInstance, { store }: Observatory): void {
  route(app, listTraces, async ({ query }) => {
    const { limit = pageSize, after, status, fromUnixNano, toUnixNano, ...rest } = query;
    const search = {
      service: rest.service,
      route: rest.route,
      q: rest.q,
      minDurationMs: rest.minDurationMs,
      maxDurationMs: rest.maxDurationMs,
      status: status === undefined ? undefined : spanStatuses.indexOf(status),
      fromUs: microseconds(fromUnixNano),
      toUs: microseconds(toUnixNano),
    };
    const { traces, next } = await store.read((readers) => readers.traces.search(search, positionOf(after), limit));
    return { traces, next: next ? encodeCursor(listName, { value: next.startUs, id: next.id }) : null };
  });

  route(app, getTrace, async ({ params: { traceId } }) => {
    const found = store.read(({ traces }) => traces.find(traceId));
    if (found === 'unknown') throw new AppError('NotFound', 'traces.unknown', 'No span of this trace has come in.');
    if (found === 'gone') throw agedOut();
    return { traceId, ...found };
  });
}

function positionOf(after: string | undefined): TracePosition | undefined {
  if (after === undefined) return undefined;
  const { value, id } = decodeCursor(listName, after, 'whole');
  return { startUs: Number(value), id };
}

function microseconds(nano: string | undefined): number | undefined {
  return nano === undefined ? undefined : Number(BigInt(nano) / 1000n);
}

function agedOut(): AppError {
  return new AppError('Gone', 'traces.aged_out', 'This trace was here. It was among the oldest and had to make room.');
}

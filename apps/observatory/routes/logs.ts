import { listLogs } from '@octo/contracts/observatory.ts';
import { route } from '@octo/platform/http/route.ts';
import { decodeCursor, encodeCursor } from '@octo/platform/paging/cursor.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from '../context.ts';

const pageSize = 200;

export function logRoutes(app: FastifyInstance, { store }: Observatory): void {
  route(app, listLogs, async ({ query }) => {
    const { limit = pageSize, after, traceId, service, severity, q } = query;
    const list = traceId === undefined ? 'logs.newest' : `logs.${traceId}`;
    const position = after === undefined ? undefined : decodeCursor(list, after, 'whole');
    const from = position && { timeUs: Number(position.value), id: position.id };
    const page = await store.read((readers) => readers.logs.list({ traceId, service, severity, q }, from, limit));
    const next = page.next ? encodeCursor(list, { value: page.next.timeUs, id: page.next.id }) : null;
    return { logs: page.logs, next };
  });
}

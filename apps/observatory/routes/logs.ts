import { getLogLine, listLogs, summariseLogs, tailLogs } from '@octo/contracts/observatory-logs.ts';
import { AppError, faultyField } from '@octo/platform/errors/app-error.ts';
import { route } from '@octo/platform/http/route.ts';
import { decodeCursor, encodeCursor } from '@octo/platform/paging/cursor.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from '../context.ts';
import { levelOf } from '../store/logs/levels.ts';
import type { LogSearch } from '../store/logs/log-conditions.ts';
import { msOfNano, nanoOfMs } from '../store/nano.ts';
import { createLogTails } from '../tail/log-tails.ts';
import { logSummary } from './log-summary.ts';

const pageSize = 200;
const linesAround = 20;

export function logRoutes(app: FastifyInstance, { store, clock, logger }: Observatory): void {
  route(app, listLogs, async ({ query }) => {
    const { limit = pageSize, after } = query;
    const list = query.traceId === undefined ? 'logs.newest' : `logs.${query.traceId}`;
    const position = after === undefined ? undefined : decodeCursor(list, after, 'whole').id;
    const page = await store.read(({ logs }) => logs.list(searchOf(query), position, limit));
    return {
      logs: page.logs,
      next: page.next === undefined ? null : encodeCursor(list, { value: page.next, id: page.next }),
      searchedBackToUnixNano: page.searchedBackToMs === undefined ? null : nanoOfMs(page.searchedBackToMs),
    };
  });

  route(app, summariseLogs, async ({ query }) =>
    logSummary(await store.read(({ logs }) => logs.count(searchOf(query), clock.now().getTime()))),
  );

  route(app, getLogLine, async ({ params: { id }, query }) => {
    const { scope = 'instance', before = linesAround, after = linesAround } = query;
    const found = store.read(({ logs }) => logs.around(Number(id), scope, { before, after }));
    if (found) return found;
    throw new AppError('NotFound', 'logs.unknown', 'This line is not here, or had to make room.');
  });

  const tails = createLogTails({ store, logger });
  app.addHook('preClose', async () => tails[Symbol.dispose]());
  route(app, tailLogs, async ({ query, raw, reply }) => {
    const search = searchOf(query);
    if (raw.method === 'HEAD') return reply.type('text/event-stream').send();
    tails.listen(search, reply);
    return reply;
  });
}

interface AskedFor {
  q?: string;
  service?: string;
  severity?: string;
  traceId?: string;
  fromUnixNano?: string;
  toUnixNano?: string;
}

function searchOf({ q, service, severity, traceId, fromUnixNano, toUnixNano }: AskedFor): LogSearch {
  return {
    q,
    service,
    traceId,
    level: severity === undefined ? undefined : levelAskedFor(severity),
    fromMs: milliseconds(fromUnixNano),
    toMs: milliseconds(toUnixNano),
  };
}

function levelAskedFor(severity: string): number {
  const level = levelOf(severity);
  if (level > 0) return level;
  const message = 'Severities are TRACE, DEBUG, INFO, WARN, ERROR and FATAL.';
  throw faultyField('Invalid', 'logs.severity_invalid', 'severity', message);
}

function milliseconds(nano: string | undefined): number | undefined {
  return nano === undefined ? undefined : msOfNano(nano);
}

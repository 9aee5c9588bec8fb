import { getStatus } from '@octo/contracts/observatory-status.ts';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from '../context.ts';
import { refusedItems } from '../intake/counters.ts';
import { nanoOfMs, nanoText } from '../store/nano.ts';

export function statusRoutes(app: FastifyInstance, observatory: Observatory): void {
  const { store, config, counters, queue, notes, intakePorts } = observatory;
  route(app, getStatus, async () => {
    const { oldestSpanUs, logs, ...figures } = store.figures();
    return {
      ...figures,
      logs: logs.lines,
      logRoom: {
        bytes: logs.bytes,
        limitBytes: logs.limitBytes,
        warnings: logs.loudLines,
        oldestUnixNano: logs.oldestMs === undefined ? null : nanoOfMs(logs.oldestMs),
      },
      storeLimitBytes: config.store.limitBytes,
      oldestSpanUnixNano: oldestSpanUs === undefined ? null : nanoText({ us: oldestSpanUs, rest: 0 }),
      refused: refusedItems(counters) + queue.lost(),
      cut: counters.cut,
      dropped: { ...store.dropped(), failed: queue.failed() },
      intakePorts: [...intakePorts],
      notes: notes.all(),
    };
  });
}

import { eventTypes } from '@octo/contracts/integrations.ts';
import type { Ctx } from '../../context.ts';
import { countDelivered, countGivenUp, countWaiting } from './queries.ts';

/** What waits for one consumer. */
export interface Queue {
  consumer: string;
  /** Not delivered yet, those that failed before included. */
  waiting: number;
  retrying: number;
  dead: number;
  deliveredLastHour: number;
  oldestWaitingAt: Date | null;
  /** Age of the oldest message that waits; 0 when none does. */
  lagMs: number;
}

const hourMs = 60 * 60 * 1000;
const consumers = [...new Set(Object.values(eventTypes).map(({ consumer }) => consumer))];

/** How far every consumer lags behind. */
export async function describeQueues(ctx: Ctx): Promise<Queue[]> {
  const now = ctx.clock.now();
  const waiting = await countWaiting(ctx.db, {});
  const givenUp = await countGivenUp(ctx.db, {});
  const delivered = await countDelivered(ctx.db, { since: new Date(now.getTime() - hourMs) });
  return consumers.map((consumer) => {
    const isMine = (row: { consumer: string }) => row.consumer === consumer;
    const open = waiting.find(isMine);
    const { givenUp: dead = 0, toBeRetried = 0 } = givenUp.find(isMine) ?? {};
    return {
      consumer,
      waiting: (open?.waiting ?? 0) + toBeRetried,
      retrying: (open?.retrying ?? 0) + toBeRetried,
      dead: dead - toBeRetried,
      deliveredLastHour: delivered.find(isMine)?.delivered ?? 0,
      oldestWaitingAt: open?.oldestAt ?? null,
      lagMs: open ? Math.max(0, now.getTime() - open.oldestAt.getTime()) : 0,
    };
  });
}

import type { Ctx } from '../../context.ts';
import { countDelivered, countGivenUpSince, selectLastDelivered } from './queries.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** How well messages got through in the last 24 hours. */
export interface DeliveryRecord {
  delivered: number;
  /** Given up in that time and not delivered since, those that an operator discarded among them. */
  givenUp: number;
  /** The last one ever. */
  lastDeliveredAt: Date | null;
}

export async function getDeliveryRecord(ctx: Pick<Ctx, 'db' | 'clock'>): Promise<DeliveryRecord> {
  const since = new Date(ctx.clock.now().getTime() - dayMs);
  const delivered = await countDelivered(ctx.db, { since });
  const [dead] = await countGivenUpSince(ctx.db, { since });
  const [last] = await selectLastDelivered(ctx.db, {});
  return {
    delivered: delivered.reduce((sum, row) => sum + row.delivered, 0),
    givenUp: dead?.givenUp ?? 0,
    lastDeliveredAt: last?.deliveredAt ?? null,
  };
}

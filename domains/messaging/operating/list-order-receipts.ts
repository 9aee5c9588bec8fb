import type { Ctx } from '../../context.ts';
import type { DeliveryKey } from './delivery.ts';
import { selectOrderReceipts } from './queries.ts';

/** That a message was taken in, with all that it does. */
export interface Receipt extends DeliveryKey {
  receivedAt: Date;
}

/** Which messages about an order were taken in, oldest first; at most a hundred. */
export async function listOrderReceipts(ctx: Pick<Ctx, 'db'>, input: { orderId: number }): Promise<readonly Receipt[]> {
  return await selectOrderReceipts(ctx.db, input);
}

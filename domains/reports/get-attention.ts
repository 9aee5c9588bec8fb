import type { Ctx } from '../context.ts';
import { countDeadLetters } from '../messaging/index.ts';
import { selectWaitingOrders } from './queries.ts';

/** What somebody should look at now. */
export interface Attention {
  ordersWaiting: number;
  ordersOnHold: number;
  deadLetters: number;
}

export async function getAttention(ctx: Ctx): Promise<Attention> {
  const [orders, deadLetters] = await Promise.all([selectWaitingOrders(ctx.db, {}), countDeadLetters(ctx)]);
  const counted = (status: string) => orders.find((row) => row.status === status)?.orders ?? 0;
  return {
    ordersWaiting: counted('placed'),
    ordersOnHold: counted('on_hold'),
    deadLetters,
  };
}

import type { Ctx } from '../context.ts';
import { countDeadLetters } from '../messaging/index.ts';
import { selectLowStock, selectWaitingOrders } from './queries.ts';

const lowStockBelow = 25;

/** What somebody should look at now. */
export interface Attention {
  ordersWaiting: number;
  ordersOnHold: number;
  deadLetters: number;
  /** Active products with fewer units than `lowStockBelow`; the lowest of them are named. */
  lowStock: number;
  lowStockBelow: number;
  lowestStock: { id: number; name: string; sku: string; stock: number }[];
}

export async function getAttention(ctx: Ctx): Promise<Attention> {
  const [orders, lowest, deadLetters] = await Promise.all([
    selectWaitingOrders(ctx.db, {}),
    selectLowStock(ctx.db, { below: lowStockBelow }),
    countDeadLetters(ctx),
  ]);
  const counted = (status: string) => orders.find((row) => row.status === status)?.orders ?? 0;
  return {
    ordersWaiting: counted('placed'),
    ordersOnHold: counted('on_hold'),
    deadLetters,
    lowStock: lowest[0]?.products ?? 0,
    lowStockBelow,
    lowestStock: lowest.map(({ id, name, sku, stock }) => ({ id, name, sku, stock })),
  };
}

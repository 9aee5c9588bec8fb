import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import { warehouseSeeds } from './data/places.ts';
import { productSeeds } from './data/products.ts';
import { historyDays, type PastOrder } from './order-history.ts';
import { whenDone } from './order-timeline.ts';
import type { Row } from './seed-rows.ts';
import type { StockSplit } from './stock-split.ts';
import { dayMs, plus } from './time.ts';

type Movement = Row<'stockMovements'> & { createdAt: Date };

export function levelRows(split: StockSplit): Row<'stockLevels'>[] {
  return productSeeds.flatMap((_, index) =>
    split.warehousesOf(index + 1).map((part) => ({ productId: index + 1, ...part })),
  );
}

/** The ledger that leads to today's levels: receipts, then what every order took and gave back. */
export function movementRows(now: Date, split: StockSplit, history: readonly PastOrder[]): Movement[] {
  const sales = history.flatMap(orderMovements);
  return [...receipts(now, split, sales), ...sales].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

function orderMovements(order: PastOrder): Movement[] {
  const taken = lineMovements(order, order.createdAt, -1, 'order reserved');
  const returnedAt = whenDone(order.steps, 'order.cancelled') ?? whenDone(order.steps, 'order.failed');
  if (!returnedAt) return taken;
  const reason = order.status === 'failed' ? 'order failed' : 'order cancelled';
  return [...taken, ...lineMovements(order, returnedAt, 1, reason)];
}

function lineMovements(order: PastOrder, createdAt: Date, sign: 1 | -1, reason: string): Movement[] {
  const batchId = uuidV7(createdAt.getTime());
  return order.lines.map((line) => ({
    id: uuidV7(createdAt.getTime()),
    batchId,
    productId: line.productId,
    warehouseId: line.warehouseId,
    delta: sign * line.quantity,
    reason,
    orderId: order.id,
    actor: 'service:shop',
    createdAt,
  }));
}

/** One delivery before the first order and one half way, as large as today's levels demand. */
function receipts(now: Date, split: StockSplit, sales: readonly Movement[]): Movement[] {
  const openedAt = plus(now, -(historyDays + 1) * dayMs);
  const restockedAt = plus(now, -(historyDays / 2) * dayMs);
  const salesByPlace = Map.groupBy(sales, placeOf);
  const batches = warehouseSeeds.map(() => ({
    opening: uuidV7(openedAt.getTime()),
    restock: uuidV7(restockedAt.getTime()),
  }));
  return levelRows(split).flatMap((level) => {
    const own = salesByPlace.get(placeOf(level)) ?? [];
    const received = (level.quantity ?? 0) - own.reduce((sum, sale) => sum + sale.delta, 0);
    const restock = restockQuantity(received, own, restockedAt);
    const batch = batches[level.warehouseId - 1];
    const place = { productId: level.productId, warehouseId: level.warehouseId, actor: 'user:2' };
    return [
      { delta: received - restock, reason: 'opening receipt', batchId: batch?.opening ?? '', createdAt: openedAt },
      { delta: restock, reason: 'delivery from supplier', batchId: batch?.restock ?? '', createdAt: restockedAt },
    ]
      .filter((receipt) => receipt.delta > 0)
      .map((receipt) => ({ id: uuidV7(receipt.createdAt.getTime()), ...place, ...receipt }));
  });
}

/** A third of everything received, unless that would have left the shelf empty before it came. */
function restockQuantity(received: number, sales: readonly Movement[], restockedAt: Date): number {
  const restock = Math.floor(received / 3);
  const before = sales.filter((sale) => sale.createdAt <= restockedAt).toSorted((a, b) => +a.createdAt - +b.createdAt);
  let level = received - restock;
  for (const sale of before) {
    level += sale.delta;
    if (level < 0) return 0;
  }
  return restock;
}

function placeOf(at: { productId: number; warehouseId: number }): string {
  return `${at.productId}/${at.warehouseId}`;
}

import { getProductDetail, getStockMovement } from '@octo/domains/catalog';
import type { Ctx } from '@octo/domains/context';
import { type Found, nothingElse } from '../found.ts';
import { eventId } from '../ids.ts';
import { toXrayMovements } from '../own-movements.ts';
import { signed, stockSteps } from '../steps.ts';

/** One line of the stock ledger. Throws NotFound. */
export async function findMovement(ctx: Ctx, id: string): Promise<Found> {
  const movement = await getStockMovement(ctx, { id: eventId(id) });
  const product = await getProductDetail(ctx, { productId: movement.productId });
  const movements = await toXrayMovements(ctx, [movement]);
  return {
    ...nothingElse,
    title: `${signed(movement.delta)} of ${product.name}`,
    about: `${movement.reason}, ${movement.warehouseName}`,
    path: `/products/${product.id}`,
    facts: [
      { label: 'Product', value: product.sku },
      ...(movement.orderId === null ? [] : [{ label: 'Order', value: String(movement.orderId) }]),
    ],
    movements,
    steps: stockSteps(movements),
  };
}

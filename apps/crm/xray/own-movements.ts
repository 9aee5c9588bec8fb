import type { XrayMovement } from '@octo/contracts/crm/xray.ts';
import type { StockMovement } from '@octo/domains/catalog';
import type { Ctx } from '@octo/domains/context';
import { nameActors } from '@octo/domains/identity';
import { toWireMovement } from '../wire/product.ts';

/** Stock movements as they are shown, people by their names. */
export async function toXrayMovements(ctx: Ctx, movements: readonly StockMovement[]): Promise<XrayMovement[]> {
  const names = await nameActors(ctx, { actors: movements.map(({ actor }) => actor) });
  return movements.map((movement) => ({ ...toWireMovement(movement, names), product_id: movement.productId }));
}

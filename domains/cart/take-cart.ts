import { transact } from '@octo/platform/database/transact.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { centsFromDecimal } from '@octo/platform/money/cents.ts';
import type { Ctx } from '../context.ts';
import { deleteLines, lockCartLines, selectPrices } from './queries.ts';

export interface TakenLine {
  productId: number;
  quantity: number;
  name: string;
  sku: string;
  unitPriceCents: number;
}

/** Empties a cart into priced lines, in the order of their ids. Throws Conflict when it is empty or holds something no longer sold. */
export async function takeCart(
  ctx: Ctx,
  input: { sessionId: string; shopId: number },
): Promise<[TakenLine, ...TakenLine[]]> {
  return await transact(ctx, async (ctx) => {
    const rows = await lockCartLines(ctx.db, { sessionId: input.sessionId });
    const [oldest] = rows;
    if (!oldest) throw cartEmpty();
    const products = await selectPrices(ctx.db, { productIds: rows.map((row) => row.productId) });
    await deleteLines(ctx.db, { ids: rows.map((row) => row.id) });
    const toLine = (row: typeof oldest): TakenLine => {
      const product = products.find((candidate) => candidate.id === row.productId);
      if (!product?.isActive || product.shopId !== input.shopId) throw noLongerSold(product?.name ?? 'A product');
      return {
        productId: row.productId,
        quantity: row.quantity,
        name: product.name,
        sku: product.sku,
        unitPriceCents: centsFromDecimal(product.price),
      };
    };
    return [toLine(oldest), ...rows.slice(1).map(toLine)];
  });
}

function cartEmpty() {
  return new AppError('Conflict', 'cart.empty', 'Your cart is empty.', {
    fields: [{ field: 'session_id', message: 'this cart is empty' }],
  });
}

function noLongerSold(name: string) {
  return new AppError(
    'Conflict',
    'cart.product_inactive',
    `${name} is no longer sold. Remove it from your cart to go on.`,
    {
      fields: [{ field: 'product_id', message: `${name} is no longer sold` }],
    },
  );
}

import { setTimeout as sleep } from 'node:timers/promises';
import { transact } from '@octo/platform/database/transact.ts';
import type { Ctx } from '../../context.ts';
import { lockStock, selectPopularProducts } from './queries.ts';

/** Locks the stock of the products that sell most in a transaction that then does nothing, until its time is over or `signal` says so. */
export async function lockPopularStock(
  ctx: Ctx,
  { products, holdMs, signal }: { products: number; holdMs: number; signal: AbortSignal },
): Promise<void> {
  const popular = await selectPopularProducts(ctx.db, { products });
  if (signal.aborted || popular.length === 0) return;
  await transact(ctx, async ({ db }) => {
    await lockStock(db, { productIds: popular.map(({ productId }) => productId) });
    await sleep(holdMs, undefined, { signal }).catch(() => undefined);
  });
}

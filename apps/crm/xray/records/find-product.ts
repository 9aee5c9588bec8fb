import { getProductDetail, listStockMovements } from '@octo/domains/catalog';
import type { Ctx } from '@octo/domains/context';
import { dollarsFromCents } from '@octo/platform/money/cents.ts';
import type { Found } from '../found.ts';
import { businessId } from '../ids.ts';
import { historyOf } from '../own-audit.ts';
import { toXrayMovements } from '../own-movements.ts';
import { auditSteps, stockSteps } from '../steps.ts';

const mostMovements = 50;
/** Every price of ours. */
const currency = 'USD';

/** A product with what was changed about it and what moved its stock. Throws NotFound. */
export async function findProduct(ctx: Ctx, id: string): Promise<Found> {
  const productId = businessId(id);
  const [product, page, audit] = await Promise.all([
    getProductDetail(ctx, { productId }),
    listStockMovements(ctx, { productId, limit: mostMovements }),
    historyOf(ctx, `products/${productId}`),
  ]);
  const movements = await toXrayMovements(ctx, page.movements);
  return {
    title: product.name,
    about: `${product.sku}, ${product.category}`,
    path: `/products/${productId}`,
    money: [{ label: 'Price', amount: dollarsFromCents(product.priceCents), currency }],
    facts: [
      { label: 'Stock', value: String(product.stock) },
      { label: 'Sold in', value: product.shopName ?? 'no shop' },
    ],
    deliveries: [],
    movements,
    audit,
    steps: [...auditSteps(audit), ...stockSteps(movements)],
  };
}

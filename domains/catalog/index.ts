// The catalogue: what a storefront sells, and the stock behind it.
// Products change in the CRM only; sales and returns move stock, and every move stands in a ledger.
import { traced } from '@octo/platform/telemetry/traced.ts';
import { countProducts as count } from './count-products.ts';
import { countUnits as units } from './count-units.ts';
import { getProduct as get } from './get-product.ts';
import { getProductBySku as getBySku } from './get-product-by-sku.ts';
import { listCategories as categories } from './list-categories.ts';
import { listProducts as list } from './list-products.ts';
import { releaseStock as release } from './release-stock.ts';
import { reserveStock as reserve } from './reserve-stock.ts';

export { flagshipsFirst } from './flagships-first.ts';
// Polled twice a second: a span of its own would drown the others.
export { getCatalogVersion } from './get-catalog-version.ts';
export type { Product } from './product.ts';
export type { ProductOrder } from './product-order.ts';

export const {
  countProducts,
  countUnits,
  getProduct,
  getProductBySku,
  listCategories,
  listProducts,
  releaseStock,
  reserveStock,
} = traced('catalog', {
  countProducts: count,
  countUnits: units,
  getProduct: get,
  getProductBySku: getBySku,
  listCategories: categories,
  listProducts: list,
  releaseStock: release,
  reserveStock: reserve,
});

// The catalogue: what a storefront sells, the stock behind it, and its upkeep by staff.
// Products change in the CRM only; sales and returns move stock, and every move stands in a ledger.
import { traced } from '@octo/platform/telemetry/traced.ts';
import { soldOut, stockCorrections } from '../metrics.ts';
import { countProducts as count } from './count-products.ts';
import { countUnits as units } from './count-units.ts';
import { getProduct as get } from './get-product.ts';
import { getProductBySku as getBySku } from './get-product-by-sku.ts';
import { listCategories as categories } from './list-categories.ts';
import { listProducts as list } from './list-products.ts';
import { releaseStock as release } from './release-stock.ts';
import { reserveStock as reserve } from './reserve-stock.ts';
import { addProduct as add } from './upkeep/add-product.ts';
import { changeProduct as change } from './upkeep/change-product.ts';
import { correctStock as correct } from './upkeep/correct-stock.ts';
import { getProductDetail as getDetail } from './upkeep/get-product-detail.ts';
import { getStockMovement as movement } from './upkeep/get-stock-movement.ts';
import { listOrderMovements as ofOrder } from './upkeep/list-order-movements.ts';
import { listProductCategories as productCategories } from './upkeep/list-product-categories.ts';
import { listStockMovements as movements } from './upkeep/list-stock-movements.ts';
import { listWarehouses as warehouses } from './upkeep/list-warehouses.ts';
import { searchProducts as search } from './upkeep/search-products.ts';

export { flagshipsFirst } from './flagships-first.ts';
// Polled twice a second: a span of its own would drown the others.
export { getCatalogVersion } from './get-catalog-version.ts';
export type { Product } from './product.ts';
export type { StockMovement } from './upkeep/list-stock-movements.ts';
export type { ProductDetail, ProductSummary } from './upkeep/product-summary.ts';
export type { ProductEdit } from './upkeep/product-values.ts';

export const {
  addProduct,
  changeProduct,
  correctStock,
  countProducts,
  countUnits,
  getProduct,
  getProductBySku,
  getProductDetail,
  getStockMovement,
  listCategories,
  listOrderMovements,
  listProductCategories,
  listProducts,
  listStockMovements,
  listWarehouses,
  releaseStock,
  reserveStock,
  searchProducts,
} = traced(
  'catalog',
  {
    addProduct: add,
    changeProduct: change,
    correctStock: correct,
    countProducts: count,
    countUnits: units,
    getProduct: get,
    getProductBySku: getBySku,
    getProductDetail: getDetail,
    getStockMovement: movement,
    listCategories: categories,
    listOrderMovements: ofOrder,
    listProductCategories: productCategories,
    listProducts: list,
    listStockMovements: movements,
    listWarehouses: warehouses,
    releaseStock: release,
    reserveStock: reserve,
    searchProducts: search,
  },
  {},
  {
    correctStock: { done: () => [[stockCorrections, 1]] },
    reserveStock: { refused: (code) => (code === 'catalog.out_of_stock' ? [[soldOut, 1]] : []) },
  },
);

import type {
  ProductChange,
  NewProduct as WireNewProduct,
  ProductDetail as WireProductDetail,
  ProductRow as WireProductRow,
  StockMovement as WireStockMovement,
} from '@octo/contracts/crm/products.ts';
import type { ProductDetail, ProductEdit, ProductSummary, StockMovement } from '@octo/domains/catalog';
import { faultyField } from '@octo/platform/errors/app-error.ts';
import { centsFromDollars, dollarsFromCents } from '@octo/platform/money/cents.ts';
import { toInstant } from './instant.ts';

export function toWireProductRow(product: ProductSummary): WireProductRow {
  return {
    id: product.id,
    sku: product.sku,
    name: product.name,
    description: product.description,
    category: product.category,
    price: dollarsFromCents(product.priceCents),
    image_url: product.imageUrl,
    shop_id: product.shopId,
    shop_name: product.shopName,
    is_active: product.isActive,
    status: product.isActive ? 'active' : 'inactive',
    stock: product.stock,
    version: product.version,
    created_at: toInstant(product.createdAt),
    updated_at: toInstant(product.updatedAt),
  };
}

export function toWireProduct(product: ProductDetail): WireProductDetail {
  const levels = product.levels.map((level) => ({
    warehouse_id: level.warehouseId,
    warehouse_name: level.warehouseName,
    quantity: level.quantity,
  }));
  return { ...toWireProductRow(product), stock_levels: levels };
}

/** The fields that were sent. Throws Invalid for a price with a third decimal place. */
export function toProductEdit(body: Omit<ProductChange, 'version'>): ProductEdit {
  const { price, image_url: imageUrl, shop_id: shopId, is_active: isActive, ...rest } = body;
  const { name, sku, category, description } = rest;
  const priceCents = price === undefined ? undefined : toPriceCents(price);
  return { name, sku, category, description, priceCents, imageUrl, shopId, isActive };
}

/** Throws Invalid for a price with a third decimal place. */
export function toNewProduct(body: WireNewProduct) {
  const { name, sku, category, price, stock } = body;
  return { ...toProductEdit(body), name, sku, category, priceCents: toPriceCents(price), stock };
}

function toPriceCents(price: number): number {
  const cents = centsFromDollars(price);
  if (cents !== undefined) return cents;
  throw faultyField('Invalid', 'catalog.price_precision', 'price', 'A price has at most two decimal places.');
}

/** `names` are usernames by actor; whoever is not in it is shown as they are. */
export function toWireMovement(movement: StockMovement, names: ReadonlyMap<string, string>): WireStockMovement {
  return {
    id: movement.id,
    warehouse_id: movement.warehouseId,
    warehouse_name: movement.warehouseName,
    delta: movement.delta,
    reason: movement.reason,
    order_id: movement.orderId,
    actor: names.get(movement.actor) ?? movement.actor,
    trace_id: movement.traceId,
    created_at: toInstant(movement.createdAt),
  };
}

import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import { createTestContext, type TestContext } from './test-context.ts';

export const shopId = 1;
export const otherShopId = 2;
export const warehouseIds = [1, 2] as const;

export interface ProductDetails {
  name?: string;
  sku?: string;
  description?: string | null;
  category?: string;
  price?: string;
  /** Units in the first warehouse, then in the second. */
  stock?: readonly number[];
  shopId?: number;
  isActive?: boolean;
  createdAt?: Date;
}

export interface SmallShop extends TestContext {
  /** Puts a product on sale, its stock booked into the ledger. Returns its id. */
  addProduct(details?: ProductDetails): Promise<number>;
}

/** A database with two shops and two warehouses, and no product but those a test adds. */
export async function openSmallShop(): Promise<SmallShop> {
  const context = await createTestContext();
  const { owner } = context;
  const now = new Date();
  const shop = (id: number) => ({
    id,
    slug: `shop-${id}`,
    name: `Shop ${id}`,
    region: 'eu',
    createdAt: now,
    updatedAt: now,
  });
  await owner
    .insertInto('shops')
    .values([shop(shopId), shop(otherShopId)])
    .execute();
  const warehouse = (id: number) => ({ id, name: `Warehouse ${id}`, region: 'eu', createdAt: now });
  await owner.insertInto('warehouses').values(warehouseIds.map(warehouse)).execute();
  let lastId = 0;
  return {
    ...context,
    addProduct: async (details = {}) => {
      lastId += 1;
      await insertProduct(context, lastId, details);
      return lastId;
    },
  };
}

async function insertProduct({ owner }: TestContext, id: number, details: ProductDetails): Promise<void> {
  const { stock = [10], ...given } = details;
  const createdAt = given.createdAt ?? new Date();
  const product = { shopId, name: `Drone ${id}`, sku: `SKU-${id}`, category: 'Drones', price: '100.00', ...given };
  await owner
    .insertInto('products')
    .values({ description: null, id, ...product, createdAt, updatedAt: createdAt })
    .execute();
  for (const [index, quantity] of stock.entries()) {
    const level = { productId: id, warehouseId: warehouseIds[index] ?? 0 };
    await owner
      .insertInto('stockLevels')
      .values({ ...level, quantity })
      .execute();
    if (quantity === 0) continue;
    const entry = { id: uuidV7(), batchId: uuidV7(), reason: 'received', actor: 'test', createdAt };
    await owner
      .insertInto('stockMovements')
      .values({ ...entry, ...level, delta: quantity })
      .execute();
  }
}

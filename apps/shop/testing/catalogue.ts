import type { Tables } from '@octo/database/tables.ts';
import { type Kysely, sql, type Updateable } from 'kysely';
import type { TestShop } from './test-shop.ts';

export interface SampleProduct {
  id: number;
  sku: string;
  name: string;
  category: string;
  price: string;
  stock: number;
}

/** Products on sale with plenty in stock, in a fixed order. */
export async function sampleProducts(owner: Kysely<Tables>): Promise<[SampleProduct, SampleProduct, SampleProduct]> {
  const { rows } = await sql<SampleProduct>`
    select p.id, p.sku, p.name, p.category, p.price, sum(l.quantity) as stock
    from products p join stock_levels l on l.product_id = p.id join shops s on s.id = p.shop_id
    where p.is_active and s.slug = 'primary-store'
    group by p.id having sum(l.quantity) >= 20 order by p.id fetch first 3 rows only`.execute(owner);
  const [first, second, third] = rows.map((row) => ({ ...row, stock: Number(row.stock) }));
  if (!first || !second || !third) throw new Error('the seed has fewer than three products with 20 in stock');
  return [first, second, third];
}

/** What the control plane does to a product: changes it and moves the catalogue version, which the shop then sees. */
export async function changeProduct(
  { owner, shop }: TestShop,
  id: number,
  change: Updateable<Tables['products']>,
): Promise<void> {
  await owner.updateTable('products').set(change).where('id', '=', id).execute();
  await moveCatalogVersion(owner);
  await shop.watch.refresh();
}

/** Puts so many more products on sale, with one unit each. */
export async function addProducts({ owner, shop }: TestShop, count: number): Promise<void> {
  const at = new Date();
  const ids = Array.from({ length: count }, (_, index) => 900_000 + index);
  const products = ids.map((id) => ({
    id,
    shopId: shop.watch.storefront().id,
    sku: `MORE-${id}`,
    name: `Drone ${id}`,
    category: 'Drones',
    price: '10.00',
    createdAt: at,
    updatedAt: at,
  }));
  await owner.insertInto('products').values(products).execute();
  const levels = ids.map((productId) => ({ productId, warehouseId: 1, quantity: 1 }));
  await owner.insertInto('stockLevels').values(levels).execute();
  await moveCatalogVersion(owner);
  await shop.watch.refresh();
}

export type ShopStatus = 'active' | 'maintenance' | 'inactive';

export async function setStorefrontStatus({ owner, shop }: TestShop, status: ShopStatus): Promise<void> {
  await setShopStatus(owner, status);
  await shop.watch.refresh();
}

/** For a shop in another process, which sees it at its next look. */
export async function setShopStatus(owner: Kysely<Tables>, status: ShopStatus): Promise<void> {
  await owner.updateTable('shops').set({ status }).where('slug', '=', 'primary-store').execute();
  await moveCatalogVersion(owner);
}

/** What every shop process looks at to know that its catalogue is out of date. */
export async function moveCatalogVersion(owner: Kysely<Tables>): Promise<void> {
  await owner
    .updateTable('catalogVersion')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .execute();
}

/** Leaves a product with this many units, all in one warehouse, as a stock-take would. */
export async function setStock(owner: Kysely<Tables>, productId: number, units: number): Promise<void> {
  await sql`
    update stock_levels l set quantity = case when l.warehouse_id =
      (select min(m.warehouse_id) from stock_levels m where m.product_id = ${productId}) then ${units} else 0 end
    where l.product_id = ${productId}`.execute(owner);
}

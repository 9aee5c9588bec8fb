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

export async function setStorefrontStatus(
  { owner, shop }: TestShop,
  status: 'active' | 'maintenance' | 'inactive',
): Promise<void> {
  await owner.updateTable('shops').set({ status }).where('slug', '=', shop.config.shopSlug).execute();
  await moveCatalogVersion(owner);
  await shop.watch.refresh();
}

async function moveCatalogVersion(owner: Kysely<Tables>): Promise<void> {
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

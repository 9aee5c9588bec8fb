import type { Tables } from '@octo/database/tables.ts';
import { systemClock } from '@octo/platform/context/context.ts';
import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import { createIds } from '@octo/platform/database/business-ids.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';

/** The database as its owner: to arrange what the drills need, and to look at what they left. */
export type Owner = ReturnType<typeof openDatabase<Tables>>;

export interface Line {
  productId: number;
  quantity: number;
}

export interface Cart {
  sessionId: string;
  lines: Line[];
}

const at = new Date('2026-01-01T00:00:00Z');
const times = { createdAt: at, updatedAt: at };
const shopId = 1;
/** A statement takes 65,535 values at most. */
const rowsAtOnce = 5000;

/** Opens an unseeded database and furnishes it: the shop and two warehouses, with nothing on their shelves. */
export async function openShopFloor(ownerUrl: string): Promise<Owner> {
  const owner = openDatabase<Tables>({ url: ownerUrl, applicationName: 'drill', poolMax: 3 });
  await owner
    .insertInto('shops')
    .values({ id: shopId, slug: 'primary-store', name: 'Drill Shop', region: 'here', ...times })
    .execute();
  const warehouses = ['North', 'South'].map((name, index) => ({ id: index + 1, name, region: 'here', createdAt: at }));
  await owner.insertInto('warehouses').values(warehouses).execute();
  return owner;
}

export interface Receipt {
  firstId: number;
  count: number;
  stock: number;
  /** Of each; without it something between 10.99 and 16.99. */
  price?: string;
}

/** Makes products with the ids `firstId`, `firstId` + 1, … and receives them into the two warehouses, in halves. */
export async function stockProducts(owner: Owner, options: Receipt): Promise<number[]> {
  const ids = Array.from({ length: options.count }, (_, index) => options.firstId + index);
  const products = ids.map((id) => ({
    id,
    shopId,
    name: `Drone ${id}`,
    sku: `DRILL-${id}`,
    price: options.price ?? `${10 + (id % 7)}.99`,
    category: 'Drills',
    ...times,
  }));
  const halves = [Math.ceil(options.stock / 2), Math.floor(options.stock / 2)];
  const levels = ids.flatMap((productId) =>
    halves.map((quantity, index) => ({ productId, warehouseId: index + 1, quantity })),
  );
  await owner.insertInto('products').values(products).execute();
  await owner.insertInto('stockLevels').values(levels).execute();
  const batch = { batchId: uuidV7(), reason: 'opening receipt', actor: 'drill', createdAt: at };
  const receipts = levels.filter((level) => level.quantity > 0);
  await owner
    .insertInto('stockMovements')
    .values(receipts.map(({ quantity, ...place }) => ({ id: uuidV7(), delta: quantity, ...place, ...batch })))
    .execute();
  return ids;
}

/** Fills carts without asking the shop, so that they may ask for more than there is. */
export async function fillCarts(owner: Owner, carts: readonly Cart[]): Promise<void> {
  const ids = createIds(owner, systemClock);
  const lines = carts.flatMap(({ sessionId, lines }) => lines.map((line) => ({ sessionId, ...line })));
  const rows = [];
  for (const line of lines) rows.push({ id: await ids.next(), ...line, ...times });
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    await owner
      .insertInto('cartItems')
      .values(rows.slice(first, first + rowsAtOnce))
      .execute();
  }
}

/** What lies in the cart of a session now. */
export async function cartOf(owner: Owner, sessionId: string): Promise<Line[]> {
  const lines = owner.selectFrom('cartItems').where('sessionId', '=', sessionId).orderBy('productId');
  return await lines.select(['productId', 'quantity']).execute();
}

/** How many orders of a session are in each state; states without any are left out. */
export async function ordersOf(owner: Owner, sessionId: string): Promise<Record<string, number>> {
  const rows = await owner
    .selectFrom('orders')
    .where('sessionId', '=', sessionId)
    .groupBy('status')
    .select((eb) => ['status', eb.fn.countAll<number>().as('count')])
    .execute();
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

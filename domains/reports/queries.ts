import { asAmount } from '@octo/platform/database/as-amount.ts';
import { sql } from 'kysely';
import { query } from '../context.ts';

/** Placed, and neither failed nor cancelled since. */
const isSale = sql<boolean>`status not in ('pending', 'failed', 'cancelled')`;
/** How many of the products that run out are named. */
const namedProducts = 5;

export const selectWaitingOrders = query.read('reports.selectWaitingOrders', (db, _: Record<never, never>) =>
  db
    .selectFrom('queryOrders')
    .where('status', 'in', ['placed', 'on_hold'])
    .groupBy('status')
    .select((eb) => ['status', eb.fn.countAll<number>().as('orders')]),
);

const stock = sql<number>`coalesce(${sql.ref('l.units')}, 0)`;

/** The products with the fewest units, each with how many there are in all. */
export const selectLowStock = query.read('reports.selectLowStock', (db, input: { below: number }) =>
  db
    .selectFrom('queryProducts as p')
    // Added up for all at once: one sum for each product by itself takes five times as long.
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('queryStockLevels')
          .groupBy('productId')
          .select((inner) => ['productId', inner.fn.sum<number>('quantity').as('units')])
          .as('l'),
      (join) => join.onRef('l.productId', '=', 'p.id'),
    )
    .where('p.isActive', '=', true)
    .where(stock, '<', input.below)
    .orderBy(stock)
    .orderBy('p.id')
    .fetch(namedProducts)
    .select((eb) => ['p.id', 'p.name', 'p.sku', stock.as('stock'), eb.fn.countAll<number>().over().as('products')]),
);

/** Sales of a day that begins with a full hour, by the hour of the clock in UTC; an hour without any is missing. */
export const selectSalesByHour = query.read('reports.selectSalesByHour', (db, input: { from: Date; until: Date }) => {
  const hour = sql<string | number>`extract(hour from (${sql.ref('createdAt')} at time zone 'UTC'))`;
  return db
    .selectFrom('queryOrders')
    .where('createdAt', '>=', input.from)
    .where('createdAt', '<', input.until)
    .where(isSale)
    .groupBy(hour)
    .select(({ fn }) => [hour.as('hour'), fn.countAll<number>().as('orders'), asAmount(fn.sum('total')).as('revenue')]);
});

export const selectAllSales = query.read('reports.selectAllSales', (db, _: Record<never, never>) =>
  db
    .selectFrom('queryOrders')
    .where(isSale)
    .select(({ fn }) => [
      fn.countAll<number>().as('orders'),
      asAmount(fn.coalesce(fn.sum('total'), sql<number>`0`)).as('revenue'),
    ]),
);

export const selectInvoiceTotals = query.read('reports.selectInvoiceTotals', (db, _: Record<never, never>) =>
  db
    .selectFrom('queryInvoices')
    .groupBy('status')
    .orderBy('status')
    .select((eb) => ['status', eb.fn.countAll<number>().as('invoices'), asAmount(eb.fn.sum('amount')).as('amount')]),
);

export const countCustomers = query.read('reports.countCustomers', (db, _: Record<never, never>) =>
  db.selectFrom('queryCustomers').select(({ fn }) => fn.countAll<number>().as('customers')),
);

export const countOrders = query.readVarying('reports.countOrders', (db, input: { since: Date | undefined }) => {
  const orders = db.selectFrom('queryOrders').select(({ fn }) => fn.countAll<number>().as('orders'));
  return input.since === undefined ? orders : orders.where('createdAt', '>=', input.since);
});

export const countProducts = query.read('reports.countProducts', (db, _: Record<never, never>) =>
  db.selectFrom('queryProducts').select(({ fn }) => fn.countAll<number>().as('products')),
);

export const countTickets = query.read('reports.countTickets', (db, _: Record<never, never>) =>
  db
    .selectFrom('queryTickets')
    .select(({ fn }) => [fn.countAll<number>().as('tickets'), fn.count<number>('closedAt').as('closed')]),
);

export const countPageViews = query.read('reports.countPageViews', (db, input: { since: Date }) =>
  db
    .selectFrom('queryPageViews')
    .where('createdAt', '>=', input.since)
    .select(({ fn }) => fn.countAll<number>().as('views')),
);

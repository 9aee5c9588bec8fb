import type { Tables } from '@octo/database/tables.ts';
import { asAmount } from '@octo/platform/database/as-amount.ts';
import { type Kysely, sql } from 'kysely';
import { query } from '../../context.ts';

/** How many rows are fetched at the most: one more than may be answered, which tells that there are more. */
export interface LabInput {
  rows: number;
}

/** As `fetch`, whose number must be known before the text is made. */
function first(rows: number) {
  return sql`fetch first ${rows} rows only`;
}

const scarce = 10;
const scarceShown = 25;
const companiesShown = 20;
const componentsShown = 20;

export const ordersBacklog = query.read('workflows.ordersBacklog', (db, input: LabInput) =>
  db
    .selectFrom('queryOrders')
    .groupBy('status')
    .select(({ fn }) => ['status', fn.countAll<number>().as('orderCount'), asAmount(fn.sum('total')).as('totalValue')])
    .orderBy('totalValue', 'desc')
    .orderBy('status')
    .modifyEnd(first(input.rows)),
);

export const inventoryWatch = query.read('workflows.inventoryWatch', (db, _: LabInput) =>
  db
    .selectFrom('queryProducts')
    .where('isActive', '=', true)
    .where('stock', '<=', scarce)
    .orderBy('stock')
    .orderBy('sku')
    .fetch(scarceShown)
    .select(['sku', 'name', 'stock', 'category']),
);

/** Of the orders that the CRM accepted; whoever buys for themselves has no company. */
export const crmCustomerMix = query.read('workflows.crmCustomerMix', (db, _: LabInput) => {
  const company = sql<string>`coalesce(c.company, 'Private customers')`;
  return db
    .selectFrom('queryOrderAcceptances as a')
    .innerJoin('queryOrders as o', 'o.id', 'a.orderId')
    .innerJoin('queryCustomers as c', 'c.id', 'o.customerId')
    .where('a.decision', '=', 'accepted')
    .groupBy(company)
    .select(({ fn }) => [
      company.as('company'),
      fn.count<number>('c.id').distinct().as('customerCount'),
      fn.countAll<number>().as('orderCount'),
      asAmount(fn.sum('o.total')).as('spend'),
    ])
    .orderBy('spend', 'desc')
    .orderBy('company')
    .fetch(companiesShown);
});

export const componentTopology = query.read('workflows.componentTopology', (db, _: LabInput) =>
  db
    .selectFrom('queryComponentSnapshots')
    .groupBy(['componentName', 'componentType'])
    .select(({ fn }) => [
      'componentName',
      'componentType',
      fn.countAll<number>().as('snapshotCount'),
      fn.max<Date>('observedAt').as('lastObservedAt'),
    ])
    .orderBy('componentName')
    .orderBy('componentType')
    .fetch(componentsShown),
);

/** Wrong on purpose: orders have no such column. */
export const brokenOrdersProbe = query.read('workflows.brokenOrdersProbe', (db, input: LabInput) =>
  db
    .selectFrom('queryOrders as o')
    .orderBy('o.id')
    .modifyEnd(first(input.rows))
    .select(['o.id', sql<number>`o.fulfilment_score`.as('fulfilmentScore')]),
);

/** Wrong on purpose: there is no such table. */
export const missingTableProbe = query.read('workflows.missingTableProbe', (db, input: LabInput) =>
  db
    .selectFrom(sql<{ id: number }>`query_drone_flights`.as('f'))
    .orderBy('f.id')
    .modifyEnd(first(input.rows))
    .select('f.id'),
);

/** Counts up to a million millions, which no database does in time; what it counts needs no table. */
export const slowCountProbe = query.read('workflows.slowCountProbe', (db, _: LabInput) =>
  db
    .with('digits', () => tenDigits(db))
    .selectFrom('digits as a')
    .crossJoin('digits as b')
    .crossJoin('digits as c')
    .crossJoin('digits as d')
    .crossJoin('digits as e')
    .crossJoin('digits as f')
    .crossJoin('digits as g')
    .crossJoin('digits as h')
    .crossJoin('digits as i')
    .crossJoin('digits as j')
    .crossJoin('digits as k')
    .crossJoin('digits as l')
    .select(({ fn }) => fn.countAll<number>().as('linesCounted')),
);

/** A hundred thousand rows, made of nothing. */
export const manyRowsProbe = query.read('workflows.manyRowsProbe', (db, input: LabInput) =>
  db
    .with('digits', () => tenDigits(db))
    .selectFrom('digits as a')
    .crossJoin('digits as b')
    .crossJoin('digits as c')
    .crossJoin('digits as d')
    .crossJoin('digits as e')
    .select(sql<number>`a.digit * 10000 + b.digit * 1000 + c.digit * 100 + d.digit * 10 + e.digit`.as('line'))
    .orderBy('line')
    .modifyEnd(first(input.rows)),
);

function tenDigits(db: Kysely<Tables>) {
  const digit = (value: number) => db.selectNoFrom(sql.lit(value).as('digit'));
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].reduce((digits, value) => digits.unionAll(digit(value)), digit(0));
}

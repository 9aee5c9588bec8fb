import { asAmount } from '@octo/platform/database/as-amount.ts';
import { sql } from 'kysely';
import { query } from '../../context.ts';

/** Placed, and neither failed nor cancelled since. */
const isSale = sql<boolean>`status not in ('pending', 'failed', 'cancelled')`;

export const selectSales = query.read('workflows.selectSales', (db, _: Record<never, never>) =>
  db
    .selectFrom('queryOrders')
    .where(isSale)
    .select(({ fn }) => [
      fn.countAll<number>().as('orders'),
      asAmount(fn.coalesce(fn.sum('total'), sql<number>`0`)).as('revenue'),
    ]),
);

/** Taken, and not on their way yet. */
export const countOrdersInWork = query.read('workflows.countOrdersInWork', (db, _: Record<never, never>) =>
  db
    .selectFrom('queryOrders')
    .where('status', 'in', ['placed', 'accepted', 'on_hold', 'fulfilling'])
    .select(({ fn }) => fn.countAll<number>().as('orders')),
);

export const countCustomers = query.read('workflows.countCustomers', (db, _: Record<never, never>) =>
  db.selectFrom('queryCustomers').select(({ fn }) => fn.countAll<number>().as('customers')),
);

/** Those of whom the CRM has accepted an order. */
export const countLinkedCustomers = query.read('workflows.countLinkedCustomers', (db, _: Record<never, never>) =>
  db
    .selectFrom('queryOrderAcceptances as a')
    .innerJoin('queryOrders as o', 'o.id', 'a.orderId')
    .where('a.decision', '=', 'accepted')
    .select(({ fn }) => fn.count<number>('o.customerId').distinct().as('customers')),
);

export const countLowStock = query.read('workflows.countLowStock', (db, input: { atMost: number }) =>
  db
    .selectFrom('queryProducts')
    .where('isActive', '=', true)
    .where('stock', '<=', input.atMost)
    .select(({ fn }) => fn.countAll<number>().as('products')),
);

/** The newest sweep that is over. */
export const selectLastRun = query.read('workflows.selectLastRun', (db, _: Record<never, never>) =>
  db
    .selectFrom('workflowRuns')
    .where('completedAt', 'is not', null)
    .orderBy('completedAt', 'desc')
    .fetch(1)
    .select(['status', 'resultSummary', 'completedAt']),
);

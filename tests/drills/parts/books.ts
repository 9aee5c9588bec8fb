import { stockFaults } from '../../../domains/testing/stock-books.ts';
import type { Owner } from './shop-floor.ts';

/**
 * Everything that is wrong with the books of a shop in which nobody is buying just now: the stock, the orders with their
 * payments and charges, the news of them, and the keys that repeats wait for. Empty when they balance.
 */
export async function faultsIn(owner: Owner): Promise<string[]> {
  return [
    ...(await stockFaults(owner, ['pending', 'failed'])),
    ...(await selectOrders(owner)).flatMap(orderFaults),
    ...(await strayCharges(owner)),
    ...(await runningKeys(owner)),
  ];
}

type OrderFacts = Awaited<ReturnType<typeof selectOrders>>[number];

function selectOrders(owner: Owner) {
  return owner
    .selectFrom('orders as o')
    .innerJoin('payments as p', 'p.orderId', 'o.id')
    .leftJoin('simulatedCharges as c', 'c.orderId', 'o.id')
    .orderBy('o.id')
    .select((eb) => [
      'o.id',
      'o.status',
      'o.paymentMethod as method',
      'o.total',
      'p.status as payment',
      'c.status as charge',
      'c.amount as charged',
      eb
        .selectFrom('outbox as n')
        .whereRef('n.orderId', '=', 'o.id')
        .where('n.eventType', '=', 'order.placed')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .$asScalar()
        .as('announced'),
    ])
    .execute();
}

function orderFaults(order: OrderFacts): string[] {
  const { id, status, method, payment, charge } = order;
  const isCard = method === 'credit_card';
  const name = `order ${id}, ${status}, by ${method}`;
  if (status === 'pending') return [`${name}: hangs`];
  const isPlaced = status !== 'failed';
  const due = isPlaced ? (isCard ? 'paid' : 'pending') : 'failed';
  return [
    payment === due ? '' : `${name}: its payment is ${payment}`,
    (charge === 'charged') === (isPlaced && isCard) ? '' : `${name}: its charge is ${charge}`,
    charge !== 'charged' || order.charged === order.total ? '' : `${name}: charged ${order.charged} for ${order.total}`,
    order.announced === (isPlaced ? 1 : 0) ? '' : `${name}: announced ${order.announced} times`,
  ].filter(Boolean);
}

async function strayCharges(owner: Owner): Promise<string[]> {
  const rows = await owner
    .selectFrom('simulatedCharges as c')
    .leftJoin('orders as o', 'o.id', 'c.orderId')
    .leftJoin('payments as p', 'p.orderId', 'c.orderId')
    .where('c.status', '=', 'charged')
    .where((eb) =>
      eb.or([eb('o.id', 'is', null), eb('o.status', 'in', ['pending', 'failed']), eb('p.status', '<>', 'paid')]),
    )
    .select('c.orderId')
    .execute();
  return rows.map(({ orderId }) => `the charge of order ${orderId} stands alone`);
}

async function runningKeys(owner: Owner): Promise<string[]> {
  const rows = await owner.selectFrom('idempotencyKeys').where('status', '=', 'running').select('orderId').execute();
  return rows.map(({ orderId }) => `the key of order ${orderId} is still running`);
}

import type { Owner } from './shop-floor.ts';

/**
 * Everything that the CRM has missed, or done twice, of what the shop has told it. Empty when each order that was placed is
 * accepted once, with one invoice and, unless it is on hold, one fulfilment, and every message has arrived.
 */
export async function syncFaultsIn(owner: Owner): Promise<string[]> {
  const orders = await selectOrders(owner);
  const acceptances = await countPerOrder(owner, 'orderAcceptances');
  const invoices = await countPerOrder(owner, 'invoices');
  const fulfilments = await countPerOrder(owner, 'fulfilments');
  const ofOrders = orders.flatMap(({ id, status, decision }) => {
    const isPlaced = status !== 'pending' && status !== 'failed';
    const due = isPlaced ? 1 : 0;
    const isGoing = isPlaced && decision === 'accepted';
    return [
      count(acceptances, id, due, `order ${id}, ${status}`, 'acceptances'),
      count(invoices, id, due, `order ${id}, ${status}`, 'invoices'),
      count(fulfilments, id, isGoing ? 1 : 0, `order ${id}, ${status}`, 'fulfilments'),
      decision === null || decision === status ? '' : `order ${id}, ${status}: its decision was ${decision}`,
    ].filter(Boolean);
  });
  return [...ofOrders, ...(await messageFaults(owner))];
}

/** The state of the deliveries: how many wait, were given up, and have arrived. */
export async function deliveriesOf(owner: Owner): Promise<{ waiting: number; dead: number; delivered: number }> {
  const rows = await owner.selectFrom('outboxDeliveries').select(['deliveredAt', 'deadAt']).execute();
  const delivered = rows.filter((row) => row.deliveredAt !== null).length;
  const dead = rows.filter((row) => row.deadAt !== null).length;
  return { waiting: rows.length - delivered - dead, dead, delivered };
}

/** As if the time had passed after which others may take over what a dispatcher was about to deliver; says how much that is. */
export async function endLeases(owner: Owner): Promise<number> {
  const leased = owner
    .updateTable('outboxDeliveries')
    .set({ leaseUntil: new Date() })
    .where('leaseUntil', 'is not', null);
  return Number((await leased.executeTakeFirstOrThrow()).numUpdatedRows);
}

function selectOrders(owner: Owner) {
  return owner
    .selectFrom('orders as o')
    .leftJoin('orderAcceptances as a', 'a.orderId', 'o.id')
    .orderBy('o.id')
    .select(['o.id', 'o.status', 'a.decision'])
    .execute();
}

async function countPerOrder(owner: Owner, table: 'orderAcceptances' | 'invoices' | 'fulfilments') {
  const rows = await owner
    .selectFrom(table)
    .groupBy('orderId')
    .select((eb) => ['orderId', eb.fn.countAll<number>().as('count')])
    .execute();
  return new Map(rows.map(({ orderId, count }) => [orderId, Number(count)]));
}

function count(counts: Map<number, number>, id: number, due: number, name: string, what: string): string {
  const found = counts.get(id) ?? 0;
  return found === due ? '' : `${name}: ${found} ${what}`;
}

async function messageFaults(owner: Owner): Promise<string[]> {
  const rows = await owner
    .selectFrom('outbox as o')
    .leftJoin('outboxDeliveries as d', 'd.eventId', 'o.id')
    .leftJoin('inbox as i', (join) => join.onRef('i.eventId', '=', 'o.id').onRef('i.consumer', '=', 'd.consumer'))
    .orderBy('o.orderId')
    .select(['o.eventType', 'o.orderId', 'd.consumer', 'd.deliveredAt', 'd.deadAt', 'i.receivedAt'])
    .execute();
  return rows.flatMap(({ eventType, orderId, consumer, deliveredAt, deadAt, receivedAt }) => {
    const name = `${eventType} of order ${orderId} to ${consumer}`;
    if (deadAt !== null) return [`${name}: given up`];
    if (deliveredAt === null) return [`${name}: waits`];
    return receivedAt === null ? [`${name}: delivered, and never received`] : [];
  });
}

import { query } from '../context.ts';

interface NewKey {
  id: string;
  service: string;
  requestHash: string;
  orderId: number;
  createdAt: Date;
  updatedAt: Date;
}

export const insertKey = query.insertIfAbsent('checkout.insertKey', (db, input: NewKey) =>
  db.insertInto('idempotencyKeys').values({ ...input, status: 'running' }),
);

export const selectKey = query.read('checkout.selectKey', (db, input: { id: string }) =>
  db.selectFrom('idempotencyKeys').where('id', '=', input.id).select(['requestHash', 'responseBody']),
);

export const finishKeyOfOrder = query.write(
  'checkout.finishKeyOfOrder',
  (db, input: { orderId: number; responseStatus: number; responseBody: string; updatedAt: Date }) =>
    db
      .updateTable('idempotencyKeys')
      .set({
        status: 'done',
        responseStatus: input.responseStatus,
        responseBody: input.responseBody,
        updatedAt: input.updatedAt,
      })
      .where('orderId', '=', input.orderId),
);

export const deleteKeyOfOrder = query.write('checkout.deleteKeyOfOrder', (db, input: { orderId: number }) =>
  db.deleteFrom('idempotencyKeys').where('orderId', '=', input.orderId),
);

/** A thousand of the shop's own at a time: other services keep theirs in the same table. */
export const deleteKeysBefore = query.write('checkout.deleteKeysBefore', (db, input: { before: Date }) =>
  db
    .deleteFrom('idempotencyKeys')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('idempotencyKeys as k')
        .where('k.service', '=', 'shop')
        .where('k.status', '=', 'done')
        .where('k.updatedAt', '<', input.before)
        .orderBy('k.updatedAt')
        .fetch(1000)
        .select('k.id'),
    ),
);

/**
 * Leases up to twenty payments of orders that a checkout left pending. Two sweepers never get the same one. It stands here
 * and not in payments, which knows no orders: whether a payment is up for sweeping depends on its order.
 */
export const leasePendingPayments = query.write(
  'checkout.leasePendingPayments',
  (db, input: { owner: string; until: Date; now: Date; openedBefore: Date }) =>
    db
      .updateTable('payments')
      .set({ leaseOwner: input.owner, leaseUntil: input.until })
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('payments as p')
          .innerJoin('orders as o', 'o.id', 'p.orderId')
          .where('o.status', '=', 'pending')
          .where('o.createdAt', '<', input.openedBefore)
          .where((inner) => inner.or([inner('p.leaseUntil', 'is', null), inner('p.leaseUntil', '<', input.now)]))
          .orderBy('p.id')
          .fetch(20)
          .select('p.id'),
      )
      .where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<', input.now)])),
);

export const selectLeasedPayments = query.read('checkout.selectLeasedPayments', (db, input: { owner: string }) =>
  db.selectFrom('payments').where('leaseOwner', '=', input.owner).orderBy('id').select(['orderId', 'method']),
);

import type { deliveryStates } from '@octo/contracts/crm/sync.ts';
import type { Tables } from '@octo/database/tables.ts';
import { comesAfter, type EventPosition, type Sort } from '@octo/platform/paging/keyset.ts';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { query } from '../../context.ts';
import type { DeliveryKey } from './delivery.ts';

/** Every message with how far it is on its way. */
function deliveries(db: Kysely<Tables>) {
  return db
    .selectFrom('outbox as o')
    .innerJoin('outboxDeliveries as d', 'd.eventId', 'o.id')
    .select(['d.eventId', 'd.consumer', 'd.attempts', 'd.deliveredAt', 'd.nextAttemptAt', 'd.lastError'])
    .select(['d.deadAt', 'd.retryRequestedAt', 'd.discardedAt'])
    .select(['o.eventType', 'o.createdAt', 'o.orderId', 'o.traceparent']);
}

type Conditions = ExpressionBuilder<Tables & { d: Tables['outboxDeliveries'] }, 'd'>;

function isGivenUp(eb: Conditions) {
  const isRetried = eb(eb.ref('d.retryRequestedAt'), '>', eb.ref('d.deadAt'));
  return eb.and([
    eb('d.deadAt', 'is not', null),
    eb('d.discardedAt', 'is', null),
    eb.or([eb('d.retryRequestedAt', 'is', null), eb.not(isRetried)]),
  ]);
}

function isToBeRetried(eb: Conditions) {
  return eb.and([
    eb('d.deadAt', 'is not', null),
    eb('d.discardedAt', 'is', null),
    eb(eb.ref('d.retryRequestedAt'), '>', eb.ref('d.deadAt')),
  ]);
}

type State = (typeof deliveryStates)[number];

function isIn(eb: Conditions, state: State) {
  if (state === 'delivered') return eb('d.deliveredAt', 'is not', null);
  if (state === 'dead') return isGivenUp(eb);
  if (state === 'waiting') return eb.or([eb('d.nextAttemptAt', 'is not', null), isToBeRetried(eb)]);
  return eb.and([eb('d.deadAt', 'is not', null), eb('d.discardedAt', 'is not', null)]);
}

const newestFirst: Sort = { column: 'createdAt', kind: 'instant', direction: 'desc' };

export const selectDeliveries = query.readVarying(
  'messaging.selectDeliveries',
  (db, input: { state: State | undefined; after: EventPosition | undefined; limit: number }) => {
    const { state, after } = input;
    let found = deliveries(db);
    if (state !== undefined) found = found.where((eb) => isIn(eb, state));
    if (after) found = found.where(comesAfter(newestFirst, { value: 'o.createdAt', id: 'o.id' }, after));
    return found.orderBy('o.createdAt', 'desc').orderBy('o.id', 'desc').fetch(input.limit);
  },
);

/** The messages about one order. */
export const selectOrderDeliveries = query.read('messaging.selectOrderDeliveries', (db, input: { orderId: number }) =>
  deliveries(db).where('o.orderId', '=', input.orderId).orderBy('o.createdAt').orderBy('o.id'),
);

/** When the messages about one order were taken in, by whom. */
export const selectOrderReceipts = query.read('messaging.selectOrderReceipts', (db, input: { orderId: number }) =>
  db
    .selectFrom('outbox as o')
    .innerJoin('inbox as i', 'i.eventId', 'o.id')
    .where('o.orderId', '=', input.orderId)
    .orderBy('i.receivedAt')
    .fetch(100)
    .select(['i.eventId', 'i.consumer', 'i.receivedAt']),
);

export const selectDelivery = query.read('messaging.selectDelivery', (db, input: DeliveryKey) =>
  deliveries(db).where('d.eventId', '=', input.eventId).where('d.consumer', '=', input.consumer),
);

/** What is on its way, by consumer: read from the dispatcher's own index, which holds open work alone. */
export const countWaiting = query.read('messaging.countWaiting', (db, _: Record<never, never>) =>
  db
    .selectFrom('outboxDeliveries as d')
    .innerJoin('outbox as o', 'o.id', 'd.eventId')
    .where('d.nextAttemptAt', 'is not', null)
    .groupBy('d.consumer')
    .select(({ fn }) => [
      'd.consumer',
      fn.countAll<number>().as('waiting'),
      fn.count<number>('d.lastError').as('retrying'),
      fn.min<Date>('o.createdAt').as('oldestAt'),
    ]),
);

/** Given up, by consumer, and of those the ones that an operator wants tried again. */
export const countGivenUp = query.read('messaging.countGivenUp', (db, _: Record<never, never>) =>
  db
    .selectFrom('outboxDeliveries as d')
    .where('d.deadAt', 'is not', null)
    .where('d.discardedAt', 'is', null)
    .groupBy('d.consumer')
    .select(({ fn, eb }) => [
      'd.consumer',
      fn.countAll<number>().as('givenUp'),
      fn
        .coalesce(
          fn.sum<number>(
            eb
              .case()
              .when(eb(eb.ref('d.retryRequestedAt'), '>', eb.ref('d.deadAt')))
              .then(sql<number>`1`)
              .else(sql<number>`0`)
              .end(),
          ),
          sql<number>`0`,
        )
        .as('toBeRetried'),
    ]),
);

export const countDelivered = query.read('messaging.countDelivered', (db, input: { since: Date }) =>
  db
    .selectFrom('outboxDeliveries as d')
    .where('d.deliveredAt', '>=', input.since)
    .groupBy('d.consumer')
    .select(({ fn }) => ['d.consumer', fn.countAll<number>().as('delivered')]),
);

export const countGivenUpSince = query.read('messaging.countGivenUpSince', (db, input: { since: Date }) =>
  db
    .selectFrom('outboxDeliveries')
    .where('deadAt', '>=', input.since)
    .select(({ fn }) => fn.countAll<number>().as('givenUp')),
);

export const selectLastDelivered = query.read('messaging.selectLastDelivered', (db, _: Record<never, never>) =>
  db.selectFrom('outboxDeliveries').select(({ fn }) => fn.max<Date | null>('deliveredAt').as('deliveredAt')),
);

/** Holds a delivery until the transaction ends. */
export const lockDelivery = query.read('messaging.lockDelivery', (db, input: DeliveryKey) =>
  db
    .selectFrom('outboxDeliveries')
    .where('eventId', '=', input.eventId)
    .where('consumer', '=', input.consumer)
    .select('deadAt')
    .forUpdate(),
);

export const requestRetry = query.write('messaging.requestRetry', (db, input: DeliveryKey & { at: Date }) =>
  db
    .updateTable('outboxDeliveries')
    .set({ retryRequestedAt: input.at })
    .where('eventId', '=', input.eventId)
    .where('consumer', '=', input.consumer),
);

export const discard = query.write('messaging.discard', (db, input: DeliveryKey & { at: Date }) =>
  db
    .updateTable('outboxDeliveries')
    .set({ discardedAt: input.at })
    .where('eventId', '=', input.eventId)
    .where('consumer', '=', input.consumer),
);

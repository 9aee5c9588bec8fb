import { query } from '../context.ts';

interface OutboxEntry {
  id: string;
  producer: string;
  eventType: string;
  orderId: number;
  payload: string;
  traceparent: string | null;
  createdAt: Date;
}

export const insertOutboxEntry = query.write('messaging.insertOutboxEntry', (db, input: OutboxEntry) =>
  db.insertInto('outbox').values(input),
);

interface NewDelivery {
  eventId: string;
  consumer: string;
  nextAttemptAt: Date;
}

export const insertDelivery = query.write('messaging.insertDelivery', (db, input: NewDelivery) =>
  db.insertInto('outboxDeliveries').values(input),
);

interface Receipt {
  eventId: string;
  consumer: string;
  eventType: string;
  payloadHash: string;
  receivedAt: Date;
}

/** Waits for whoever takes in the same message at this moment. */
export const insertReceipt = query.insertIfAbsent('messaging.insertReceipt', (db, input: Receipt) =>
  db.insertInto('inbox').values(input),
);

export const selectReceipt = query.read('messaging.selectReceipt', (db, input: { eventId: string; consumer: string }) =>
  db
    .selectFrom('inbox')
    .where('eventId', '=', input.eventId)
    .where('consumer', '=', input.consumer)
    .select('payloadHash'),
);

/** Brings dead letters back that an operator wants tried again. */
export const reviveRequested = query.write(
  'messaging.reviveRequested',
  (db, input: { consumer: string; nextAttemptAt: Date }) =>
    db
      .updateTable('outboxDeliveries')
      .set({ deadAt: null, failures: 0, nextAttemptAt: input.nextAttemptAt })
      .where('consumer', '=', input.consumer)
      .where('deadAt', 'is not', null)
      .whereRef('retryRequestedAt', '>', 'deadAt')
      .where('discardedAt', 'is', null),
);

/** What is due and free, the longest due first. */
export const selectDue = query.read('messaging.selectDue', (db, input: { consumer: string; now: Date }) =>
  db
    .selectFrom('outboxDeliveries')
    .where('consumer', '=', input.consumer)
    .where('nextAttemptAt', '<=', input.now)
    .where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<', input.now)]))
    .orderBy('nextAttemptAt')
    .fetch(20)
    .select('eventId'),
);

interface Claim {
  consumer: string;
  eventIds: string[];
  owner: string;
  until: Date;
  now: Date;
}

/** Leases those of some deliveries that are still due and free: two claims never get the same one. */
export const claim = query.write('messaging.claim', (db, input: Claim) =>
  db
    .updateTable('outboxDeliveries')
    .set((eb) => ({ leaseOwner: input.owner, leaseUntil: input.until, attempts: eb('attempts', '+', 1) }))
    .where('consumer', '=', input.consumer)
    .where('eventId', 'in', input.eventIds)
    .where('nextAttemptAt', '<=', input.now)
    .where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<', input.now)])),
);

export const selectClaimed = query.read('messaging.selectClaimed', (db, input: { owner: string }) =>
  db
    .selectFrom('outboxDeliveries as d')
    .innerJoin('outbox as o', 'o.id', 'd.eventId')
    .where('d.leaseOwner', '=', input.owner)
    .orderBy('o.createdAt')
    .select(['d.eventId', 'd.consumer', 'd.attempts', 'd.failures', 'd.retryRequestedAt'])
    .select(['o.eventType', 'o.payload', 'o.traceparent', 'o.createdAt']),
);

interface LeasedDelivery {
  eventId: string;
  consumer: string;
  owner: string;
}

export const markDelivered = query.write(
  'messaging.markDelivered',
  (db, input: LeasedDelivery & { deliveredAt: Date }) =>
    db
      .updateTable('outboxDeliveries')
      .set({ deliveredAt: input.deliveredAt, nextAttemptAt: null, leaseOwner: null, leaseUntil: null })
      .where('eventId', '=', input.eventId)
      .where('consumer', '=', input.consumer)
      .where('leaseOwner', '=', input.owner),
);

interface FailedAttempt extends LeasedDelivery {
  lastError: string;
  failures: number;
  nextAttemptAt: Date | null;
  deadAt: Date | null;
}

export const markFailed = query.write('messaging.markFailed', (db, input: FailedAttempt) =>
  db
    .updateTable('outboxDeliveries')
    .set({
      lastError: input.lastError,
      failures: input.failures,
      nextAttemptAt: input.nextAttemptAt,
      deadAt: input.deadAt,
      leaseOwner: null,
      leaseUntil: null,
    })
    .where('eventId', '=', input.eventId)
    .where('consumer', '=', input.consumer)
    .where('leaseOwner', '=', input.owner),
);

/** Messages that nobody was told to deliver, a hundred at a time. */
export const selectOrphans = query.read(
  'messaging.selectOrphans',
  (db, input: { producer: string; eventType: string; since: Date }) =>
    db
      .selectFrom('outbox as o')
      .where('o.producer', '=', input.producer)
      .where('o.createdAt', '>=', input.since)
      .where('o.eventType', '=', input.eventType)
      .where((eb) =>
        eb.not(
          eb.exists(eb.selectFrom('outboxDeliveries as d').whereRef('d.eventId', '=', 'o.id').select('d.eventId')),
        ),
      )
      .orderBy('o.createdAt')
      .fetch(100)
      .select('o.id'),
);

export const insertDeliveryIfAbsent = query.insertIfAbsent(
  'messaging.insertDeliveryIfAbsent',
  (db, input: NewDelivery) => db.insertInto('outboxDeliveries').values(input),
);

export const moveCatalogVersion = query.write('messaging.moveCatalogVersion', (db, input: { at: Date }) =>
  db
    .updateTable('catalogVersion')
    .set((eb) => ({ version: eb('version', '+', 1), updatedAt: input.at }))
    .where('id', '=', 1),
);

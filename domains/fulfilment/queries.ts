import { query } from '../context.ts';
import type { Decision } from './acceptance.ts';
import type { FulfilmentStatus } from './fulfilment-states.ts';

interface NewAcceptance {
  orderId: number;
  decision: Decision;
  reason: string | null;
  anomalies: string | null;
  eventId: string | null;
  decidedBy: string;
  traceId: string;
  createdAt: Date;
  updatedAt: Date;
}

export const insertAcceptance = query.insertIfAbsent('fulfilment.insertAcceptance', (db, input: NewAcceptance) =>
  db.insertInto('orderAcceptances').values(input),
);

export const selectAcceptance = query.read('fulfilment.selectAcceptance', (db, input: { orderId: number }) =>
  db
    .selectFrom('orderAcceptances')
    .where('orderId', '=', input.orderId)
    .select(['decision', 'reason', 'anomalies', 'decidedBy', 'traceId', 'createdAt']),
);

interface NewDecision {
  orderId: number;
  decision: Decision;
  reason: string | null;
  decidedBy: string;
  updatedAt: Date;
}

export const updateAcceptance = query.write('fulfilment.updateAcceptance', (db, { orderId, ...change }: NewDecision) =>
  db.updateTable('orderAcceptances').set(change).where('orderId', '=', orderId),
);

interface NewFulfilment {
  id: number;
  orderId: number;
  workflowId: string;
  startedAt: Date;
  createdAt: Date;
  updatedAt: Date;
}

export const insertFulfilment = query.insertIfAbsent('fulfilment.insertFulfilment', (db, input: NewFulfilment) =>
  db.insertInto('fulfilments').values({ ...input, status: 'queued' }),
);

export const selectFulfilment = query.read('fulfilment.selectFulfilment', (db, input: { orderId: number }) =>
  db
    .selectFrom('fulfilments as f')
    .innerJoin('orders as o', 'o.id', 'f.orderId')
    .where('f.orderId', '=', input.orderId)
    .select(['f.status', 'f.workflowId', 'f.startedAt', 'f.completedAt', 'o.status as orderStatus']),
);

interface FulfilmentChange {
  orderId: number;
  status: FulfilmentStatus;
  completedAt: Date | null;
  updatedAt: Date;
}

export const updateFulfilment = query.write('fulfilment.updateFulfilment', (db, input: FulfilmentChange) =>
  db
    .updateTable('fulfilments')
    .set((eb) => ({
      status: input.status,
      completedAt: input.completedAt,
      updatedAt: input.updatedAt,
      version: eb('version', '+', 1),
    }))
    .where('orderId', '=', input.orderId),
);

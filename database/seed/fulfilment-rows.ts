import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import { decimalFromCents } from '@octo/platform/money/cents.ts';
import type { FulfilmentsStatus, InvoicesStatus } from '../tables.ts';
import type { PastOrder } from './order-history.ts';
import { lastChange } from './order-rows.ts';
import { whenDone } from './order-timeline.ts';
import { paidAt } from './payment-rows.ts';
import type { Row } from './seed-rows.ts';
import { dayMs, plus } from './time.ts';

const largeOrderCents = 5_000_000;

export function acceptanceRows(history: readonly PastOrder[]): Row<'orderAcceptances'>[] {
  return history.flatMap((order) => {
    const heldAt = whenDone(order.steps, 'order.on_hold');
    const acceptedAt = whenDone(order.steps, 'order.accepted');
    const decidedAt = heldAt ?? acceptedAt;
    if (!decidedAt) return [];
    return {
      orderId: order.id,
      decision: acceptedAt ? ('accepted' as const) : ('on_hold' as const),
      reason: acceptedAt ? null : 'waits for the transfer',
      anomalies: order.totalCents >= largeOrderCents ? '["large_total"]' : null,
      decidedBy: 'service:crm',
      createdAt: decidedAt,
      updatedAt: acceptedAt ?? decidedAt,
    };
  });
}

export function fulfilmentRows(history: readonly PastOrder[]): Row<'fulfilments'>[] {
  return history
    .flatMap((order) => {
      const startedAt = whenDone(order.steps, 'order.accepted');
      return startedAt ? { order, startedAt } : [];
    })
    .map(({ order, startedAt }, index) => ({
      id: index + 1,
      orderId: order.id,
      workflowId: uuidV7(startedAt.getTime()),
      warehouseId: order.lines[0]?.warehouseId ?? null,
      status: fulfilmentStatus(order),
      startedAt,
      completedAt: whenDone(order.steps, 'order.delivered') ?? whenDone(order.steps, 'order.cancelled'),
      createdAt: startedAt,
      updatedAt: lastChange(order),
    }));
}

function fulfilmentStatus(order: PastOrder): FulfilmentsStatus {
  if (order.status === 'cancelled' || order.status === 'shipped' || order.status === 'delivered') return order.status;
  if (order.status !== 'fulfilling') return 'queued';
  return whenDone(order.steps, 'fulfilment.packed') ? 'packed' : 'picking';
}

export function invoiceRows(history: readonly PastOrder[]): Row<'invoices'>[] {
  return history
    .flatMap((order) => {
      const issuedAt = whenDone(order.steps, 'order.on_hold') ?? whenDone(order.steps, 'order.accepted');
      return issuedAt ? { order, issuedAt } : [];
    })
    .map(({ order, issuedAt }, index) => ({
      id: index + 1,
      invoiceNumber: `INV-OCTO-${1001 + index}`,
      orderId: order.id,
      customerId: order.customer.row.id,
      amount: decimalFromCents(order.totalCents),
      status: invoiceStatus(order),
      issuedAt,
      dueAt: plus(issuedAt, 14 * dayMs),
      paidAt: paidAt(order),
      createdAt: issuedAt,
      updatedAt: order.status === 'cancelled' ? lastChange(order) : (paidAt(order) ?? issuedAt),
    }));
}

function invoiceStatus(order: PastOrder): InvoicesStatus {
  if (order.status === 'cancelled') return 'void';
  return paidAt(order) ? 'paid' : 'issued';
}

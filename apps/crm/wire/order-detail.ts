import type { OrderDetail as WireOrderDetail } from '@octo/contracts/crm/order.ts';
import { nextFulfilmentSteps, type OrderFulfilment } from '@octo/domains/fulfilment';
import type { Delivery } from '@octo/domains/messaging';
import { nextStatuses, type OrderDetail } from '@octo/domains/orders';
import { dollarsFromCents } from '@octo/platform/money/cents.ts';
import { syncOf } from '../order-sync.ts';
import { toWireDelivery } from './delivery.ts';
import { toInstant, toInstantOrNull } from './instant.ts';
import { toWireOrderRow } from './order-row.ts';

export interface OrderDetailParts {
  order: OrderDetail;
  handling: OrderFulfilment;
  deliveries: readonly Delivery[];
  /** Usernames by actor; whoever is not in it is shown as they are. */
  names: ReadonlyMap<string, string>;
}

export function toWireOrderDetail({ order, handling, deliveries, names }: OrderDetailParts): WireOrderDetail {
  return {
    ...toWireOrderRow(order),
    shipping_address: order.shippingAddress,
    notes: order.notes,
    subtotal: dollarsFromCents(order.subtotalCents),
    discount: dollarsFromCents(order.discountCents),
    shipping_cost: dollarsFromCents(order.shippingCents),
    placed_at: toInstantOrNull(order.placedAt),
    updated_at: toInstant(order.updatedAt),
    version: order.version,
    trace_id: order.traceId,
    next_statuses: nextStatuses(order),
    items: order.lines.map(toWireLine),
    payment: toWirePayment(order),
    acceptance: toWireAcceptance(handling, names),
    fulfilment: toWireFulfilment(handling),
    invoice: toWireInvoice(handling),
    events: order.events.map((event) => toWireEvent(event, names)),
    deliveries: deliveries.map(toWireDelivery),
    sync: toWireSync(handling, deliveries),
  };
}

function toWireLine(line: OrderDetail['lines'][number]): WireOrderDetail['items'][number] {
  return {
    product_id: line.productId,
    name: line.name,
    sku: line.sku,
    quantity: line.quantity,
    unit_price: dollarsFromCents(line.unitPriceCents),
    line_total: dollarsFromCents(line.unitPriceCents * line.quantity),
  };
}

function toWirePayment({ paymentMethod, paymentStatus, payment }: OrderDetail): WireOrderDetail['payment'] {
  return {
    method: paymentMethod,
    status: paymentStatus,
    amount: dollarsFromCents(payment.amountCents),
    provider: payment.provider,
    provider_reference: payment.providerReference,
    decline_code: payment.declineCode,
    updated_at: toInstant(payment.updatedAt),
  };
}

function toWireAcceptance(
  { acceptance }: OrderFulfilment,
  names: ReadonlyMap<string, string>,
): WireOrderDetail['acceptance'] {
  if (!acceptance) return null;
  const { decision, reason, anomalies, decidedBy, traceId, acceptedAt } = acceptance;
  return {
    decision,
    reason,
    anomalies: anomalies.map(({ code, description }) => ({ code, description })),
    decided_by: names.get(decidedBy) ?? decidedBy,
    trace_id: traceId,
    accepted_at: toInstant(acceptedAt),
  };
}

function toWireFulfilment({ fulfilment }: OrderFulfilment): WireOrderDetail['fulfilment'] {
  if (!fulfilment) return null;
  return {
    status: fulfilment.status,
    workflow_id: fulfilment.workflowId,
    started_at: toInstant(fulfilment.startedAt),
    completed_at: toInstantOrNull(fulfilment.completedAt),
    next_steps: nextFulfilmentSteps(fulfilment),
  };
}

function toWireInvoice({ invoice }: OrderFulfilment): WireOrderDetail['invoice'] {
  if (!invoice) return null;
  return {
    invoice_number: invoice.invoiceNumber,
    status: invoice.status,
    amount: dollarsFromCents(invoice.amountCents),
    issued_at: toInstantOrNull(invoice.issuedAt),
    due_at: toInstantOrNull(invoice.dueAt),
    paid_at: toInstantOrNull(invoice.paidAt),
  };
}

function toWireEvent(
  event: OrderDetail['events'][number],
  names: ReadonlyMap<string, string>,
): WireOrderDetail['events'][number] {
  return {
    id: event.id,
    event_type: event.eventType,
    from_status: event.fromStatus,
    to_status: event.toStatus,
    actor: names.get(event.actor) ?? event.actor,
    details: event.details,
    trace_id: event.traceId,
    created_at: toInstant(event.createdAt),
  };
}

function toWireSync({ acceptance }: OrderFulfilment, deliveries: readonly Delivery[]): WireOrderDetail['sync'] {
  const { status, acceptedAt, attempts, acceptances } = syncOf(acceptance, deliveries);
  return { status, accepted_at: toInstantOrNull(acceptedAt), deliveries: attempts, acceptances };
}

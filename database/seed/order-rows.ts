import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import { decimalFromCents } from '@octo/platform/money/cents.ts';
import { productSeeds } from './data/products.ts';
import type { PastOrder } from './order-history.ts';
import { whenDone } from './order-timeline.ts';
import type { Row } from './seed-rows.ts';

export function orderRows(history: readonly PastOrder[]): Row<'orders'>[] {
  return history.map((order) => ({
    id: order.id,
    orderNumber: `OCTO-${order.id}`,
    shopId: 1,
    customerId: order.customer.row.id,
    customerName: order.customer.row.name,
    customerEmail: order.customer.row.email,
    shippingAddress: order.customer.address,
    status: order.status,
    paymentMethod: order.method,
    subtotal: decimalFromCents(order.totalCents),
    total: decimalFromCents(order.totalCents),
    version: order.steps.filter((step) => step.status).length,
    createdAt: order.createdAt,
    placedAt: whenDone(order.steps, 'order.placed'),
    updatedAt: lastChange(order),
  }));
}

export function orderItemRows(history: readonly PastOrder[]): Row<'orderItems'>[] {
  return history
    .flatMap((order) => order.lines.map((line) => ({ order, line })))
    .map(({ order, line }, index) => ({
      id: index + 1,
      orderId: order.id,
      productId: line.productId,
      quantity: line.quantity,
      unitPrice: decimalFromCents(line.unitCents),
      productName: productSeeds[line.productId - 1]?.name ?? '',
      productSku: productSeeds[line.productId - 1]?.sku ?? '',
    }));
}

export function orderEventRows(history: readonly PastOrder[]): Row<'orderEvents'>[] {
  return history.flatMap((order) => {
    let status: PastOrder['status'] | null = null;
    return order.steps.map((step) => {
      const fromStatus: PastOrder['status'] | null = status;
      status = step.status ?? status;
      return {
        id: uuidV7(step.at.getTime()),
        orderId: order.id,
        eventType: step.event,
        fromStatus,
        toStatus: status,
        actor: step.actor,
        createdAt: step.at,
      };
    });
  });
}

export function lastChange(order: PastOrder): Date {
  return order.steps.at(-1)?.at ?? order.createdAt;
}

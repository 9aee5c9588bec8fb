import type { Owner } from '../shop/start-shop.ts';

export interface OrderRow {
  orderNumber: string;
  traceId: string | null;
  status: string;
  /** As the page writes it. */
  total: string;
  lines: { sku: string; quantity: number }[];
}

const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** The orders that came with this e-mail address, as the database has them. */
export async function ordersOf(owner: Owner, email: string): Promise<OrderRow[]> {
  const orders = await owner
    .selectFrom('orders')
    .selectAll()
    .where('customerEmail', '=', email)
    .orderBy('id')
    .execute();
  return await Promise.all(
    orders.map(async ({ id, orderNumber, traceId, status, total }) => ({
      orderNumber,
      traceId,
      status,
      total: money.format(Number(total)),
      lines: await owner
        .selectFrom('orderItems')
        .innerJoin('products', 'products.id', 'orderItems.productId')
        .select(['products.sku', 'orderItems.quantity'])
        .where('orderId', '=', id)
        .orderBy('products.sku')
        .execute(),
    })),
  );
}

import type { OrdersStatus, PaymentsStatus, Tables } from '@octo/database/tables.ts';
import type { Kysely } from 'kysely';

export interface PastOrder {
  id: number;
  customerId: number;
  customerName?: string;
  customerEmail?: string;
  status?: OrdersStatus;
  paymentStatus?: PaymentsStatus;
  total?: string;
  createdAt?: Date;
}

/** An order as it came in once, with its payment and without lines, in a shop that is there. */
export async function addPastOrder(owner: Kysely<Tables>, order: PastOrder): Promise<void> {
  const { id, customerId, status = 'placed', paymentStatus = 'paid', total = '100.00' } = order;
  const { customerName = 'Ada Buyer', customerEmail = 'ada@buyer.test', createdAt = new Date() } = order;
  const times = { createdAt, updatedAt: createdAt };
  const bought = { customerId, customerName, customerEmail, shippingAddress: 'Somewhere 1' };
  const paid = { paymentMethod: 'credit_card', subtotal: total, total } as const;
  await owner
    .insertInto('orders')
    .values({ id, orderNumber: `OCTO-${id}`, shopId: 1, status, ...bought, ...paid, ...times })
    .execute();
  await owner
    .insertInto('payments')
    .values({ id, orderId: id, method: 'credit_card', status: paymentStatus, amount: total, ...times })
    .execute();
}

export async function addCustomer(
  owner: Kysely<Tables>,
  customer: { id: number; name: string; email: string; company?: string; revenue?: string; createdAt?: Date },
): Promise<void> {
  const { createdAt = new Date(), ...given } = customer;
  await owner
    .insertInto('customers')
    .values({ ...given, createdAt, updatedAt: createdAt })
    .execute();
}

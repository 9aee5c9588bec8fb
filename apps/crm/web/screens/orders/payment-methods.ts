import type { OrderRow } from '@octo/contracts/crm/order.ts';

export const paymentMethodNames: Readonly<Record<OrderRow['payment_method'], string>> = {
  credit_card: 'Card',
  bank_transfer: 'Bank transfer',
};

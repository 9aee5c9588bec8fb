import type { OrderRow } from '@octo/contracts/crm/order.ts';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { paymentStatuses } from '../../parts/statuses.ts';
import { paymentMethodNames } from './payment-methods.ts';

/** How an order is paid; only what is not paid stands out. */
export function PaymentState({ payment_status, payment_method }: Pick<OrderRow, 'payment_status' | 'payment_method'>) {
  if (payment_status !== 'paid') return <StatusBadge {...paymentStatuses[payment_status]} />;
  return <span className="muted">Paid by {paymentMethodNames[payment_method].toLowerCase()}</span>;
}

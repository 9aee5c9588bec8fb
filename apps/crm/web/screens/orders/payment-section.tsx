import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import { formatMoney } from '@octo/ui/format.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { ShortId } from '@octo/ui/react/short-id.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { paymentStatuses } from '../../parts/statuses.ts';
import { isTransferOpen, isTransferRecorded } from './order-steps.ts';
import { paymentMethodNames } from './payment-methods.ts';

const since: Readonly<Record<OrderDetail['payment']['status'], string>> = {
  pending: 'Open since',
  paid: 'Paid',
  failed: 'Failed',
  refunded: 'Refunded',
};

/** What the customer paid, or has yet to. */
export function PaymentSection({ order }: { order: OrderDetail }) {
  const { method, status, amount, provider, provider_reference, decline_code, updated_at } = order.payment;
  return (
    <Section title="Payment" aside={<StatusBadge {...paymentStatuses[status]} />}>
      <Facts
        facts={[
          ['Method', paymentMethodNames[method]],
          ['Amount', formatMoney(amount, order.currency)],
          ['Taken by', provider],
          [
            'Reference',
            provider_reference && <ShortId id={provider_reference} label="payment reference" length={20} />,
          ],
          ['Declined', decline_code && <span className="mono">{decline_code}</span>],
          [since[status], <Instant key="since" at={updated_at} />],
          ['Now', transferWords(order)],
        ]}
      />
    </Section>
  );
}

function transferWords(order: OrderDetail): string | undefined {
  if (isTransferOpen(order)) return 'Waits for the transfer';
  if (order.payment.status !== 'pending' || !isTransferRecorded(order)) return undefined;
  return 'The transfer is recorded; the shop books it when it has heard of it';
}

import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import { formatMoney } from '@octo/ui/format.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { invoiceStatuses } from '../../parts/statuses.ts';
import { XrayMark } from '../../xray/xray-mark.tsx';

/** What the customer is billed. */
export function InvoiceSection({ order }: { order: OrderDetail }) {
  const { invoice, currency } = order;
  if (invoice === null)
    return (
      <Section title="Invoice">
        <p className="muted">
          {order.status === 'placed' || order.status === 'pending'
            ? 'None yet: it is issued with the acceptance.'
            : 'None.'}
        </p>
      </Section>
    );
  const { invoice_number, status, amount, issued_at, due_at, paid_at } = invoice;
  return (
    <Section
      title="Invoice"
      aside={
        <>
          <StatusBadge {...invoiceStatuses[status]} />
          <XrayMark kind="invoice" id={order.id} name={`invoice ${invoice_number}`} />
        </>
      }
    >
      <Facts
        facts={[
          ['Number', <span key="number">{invoice_number}</span>],
          ['Amount', formatMoney(amount, currency)],
          ['Issued', issued_at && <Instant key="issued" at={issued_at} />],
          ['Due', status === 'paid' ? null : due_at && <Instant key="due" at={due_at} />],
          ['Paid', paid_at && <Instant key="paid" at={paid_at} />],
        ]}
      />
    </Section>
  );
}

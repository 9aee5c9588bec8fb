import type { Dashboard } from '@octo/contracts/crm/dashboard.ts';
import { formatCount, formatMoney } from '@octo/ui/format.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { invoiceStatuses } from '../../parts/statuses.ts';

/** Everything so far. */
export function TotalsSection({ summary }: { summary: Dashboard }) {
  const { orders, customers, invoices, day } = summary;
  const money = (amount: number) => formatMoney(amount, day.currency);
  const invoiceName = (status: string) =>
    Object.entries(invoiceStatuses)
      .find(([name]) => name === status)?.[1]
      .label.toLowerCase() ?? status;
  return (
    <Section title="So far">
      <Facts
        facts={[
          ['Revenue', money(orders.revenue)],
          ['Orders', `${formatCount(orders.total)}, ${money(orders.average)} on average`],
          ['Customers', formatCount(customers.total)],
          ...invoices.map(
            ({ status, count, total }) =>
              [`Invoices ${invoiceName(status)}`, `${formatCount(count)}, ${money(total)}`] as const,
          ),
        ]}
      />
    </Section>
  );
}

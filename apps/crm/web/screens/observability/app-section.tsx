import type { AppHealth } from '@octo/contracts/crm/three-sixty.ts';
import { formatCount, formatMoney } from '@octo/ui/format.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { Link } from 'react-router';
import { Figure, Figures } from '../../parts/figures.tsx';

/** What the house works with; each number leads to what it counts, where that has a page. */
export function AppSection({ health: { entities, activity } }: { health: AppHealth }) {
  return (
    <Section title="Business">
      <Figures>
        <Figure label="Orders" note={`${formatCount(activity.orders_24h)} in 24 hours`}>
          <Link to="/orders">{formatCount(entities.orders)}</Link>
        </Figure>
        <Figure label="Revenue">{formatMoney(activity.total_revenue)}</Figure>
        <Figure label="Customers">
          <Link to="/customers">{formatCount(entities.customers)}</Link>
        </Figure>
        <Figure label="Products">
          <Link to="/products?status=all">{formatCount(entities.products)}</Link>
        </Figure>
        <Figure label="Invoices">{formatCount(entities.invoices)}</Figure>
        <Figure label="Tickets" note={`${formatCount(activity.open_tickets)} open`}>
          {formatCount(entities.tickets)}
        </Figure>
        <Figure label="Accounts" note={`${formatCount(entities.active_sessions)} open sessions`}>
          {formatCount(entities.users)}
        </Figure>
        <Figure label="Page views in 24 hours">{formatCount(activity.page_views_24h)}</Figure>
      </Figures>
    </Section>
  );
}

import type { WorkflowOverview } from '@octo/contracts/workflows.ts';
import { formatCount, formatMoney } from '@octo/ui/format.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { Link } from 'react-router';
import { Figure, Figures } from '../../parts/figures.tsx';

/** As many units or fewer count as low, in the sweeps. */
const lowStockBelow = 11;

/** The business in four numbers; each leads to what it counts. */
export function Overview({ overview: { orders, crm, inventory } }: { overview: WorkflowOverview }) {
  return (
    <Section title="Business">
      <Figures>
        <Figure label="Orders" note={`${formatCount(orders.processing_count)} in hand`}>
          <Link to="/orders">{formatCount(orders.order_count)}</Link>
        </Figure>
        <Figure label="Revenue">{formatMoney(orders.revenue)}</Figure>
        <Figure label="Customers known to the CRM" note={`of ${formatCount(crm.customer_count)}`}>
          <Link to="/customers">{formatCount(crm.crm_linked)}</Link>
        </Figure>
        <Figure label="Low in stock">
          <Link to={`/products?stock_below=${lowStockBelow}`}>{formatCount(inventory.low_stock_count)}</Link>
        </Figure>
      </Figures>
    </Section>
  );
}

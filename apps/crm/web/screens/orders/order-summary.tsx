import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Money } from '../../parts/money.tsx';
import { TraceId } from '../../parts/trace-id.tsx';
import classes from './order-summary.module.css';

/** Below the number of an order: what it comes to, when, and the trace of its checkout. */
export function OrderSummary({ order }: { order: OrderDetail }) {
  const { total, currency, items, placed_at, created_at, trace_id } = order;
  const units = items.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <span className={classes.summary}>
      <span className={classes.total}>
        <Money amount={total} currency={currency} />
      </span>
      <span>{formatQuantity(units, 'unit')}</span>
      <span>
        {placed_at === null ? 'Begun' : 'Placed'} <Instant at={placed_at ?? created_at} />
      </span>
      {trace_id !== null && (
        <span>
          Checkout trace <TraceId id={trace_id} label="trace of the checkout" />
        </span>
      )}
    </span>
  );
}

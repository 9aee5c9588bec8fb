import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import { formatMoney } from '@octo/ui/format.ts';
import classes from './order-totals.module.css';

/** From the lines to what is paid. */
export function OrderTotals({ order }: { order: OrderDetail }) {
  const { subtotal, discount, shipping_cost, total, currency } = order;
  const parts = [
    { label: 'Subtotal', amount: subtotal },
    ...(discount === 0 ? [] : [{ label: 'Discount', amount: -discount }]),
    { label: 'Shipping', amount: shipping_cost },
    { label: 'Total', amount: total },
  ];
  return (
    <dl className={classes.totals}>
      {parts.map(({ label, amount }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{formatMoney(amount, currency)}</dd>
        </div>
      ))}
    </dl>
  );
}

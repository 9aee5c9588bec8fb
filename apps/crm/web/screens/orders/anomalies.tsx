import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import classes from './anomalies.module.css';

type Acceptance = NonNullable<OrderDetail['acceptance']>;

/** What the rules found unusual about an order, and what that means. */
export function Anomalies({ anomalies, decision }: Pick<Acceptance, 'anomalies' | 'decision'>) {
  if (anomalies.length === 0) return 'Nothing';
  return (
    <>
      <ul className={classes.anomalies}>
        {anomalies.map(({ code, description }) => (
          <li key={code}>
            {description} <span className="mono muted">{code}</span>
          </li>
        ))}
      </ul>
      <p className="muted">
        {decision === 'on_hold'
          ? 'Orders like this are held until somebody has looked at them.'
          : 'Orders like this are held first; somebody has decided on this one.'}
      </p>
    </>
  );
}

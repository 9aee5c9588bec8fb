import type { Delivery } from '@octo/contracts/crm/sync.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { ShortId } from '@octo/ui/react/short-id.tsx';
import { Link } from 'react-router';
import { TraceId } from '../../parts/trace-id.tsx';
import { useCan } from '../../session/session.ts';
import { DeadLetterActions } from './dead-letter-actions.tsx';
import classes from './delivery-details.module.css';

interface DeliveryDetailsProps {
  delivery: Delivery;
  /** The operator has done something about it. */
  onDone(): void;
}

/** All that is known of one message; a dead one can be sent again or laid aside. */
export function DeliveryDetails({ delivery, onDone }: DeliveryDetailsProps) {
  const can = useCan();
  const { event_id, order_id, created_at, delivered_at, next_attempt_at, last_error, attempts, state, trace_id } =
    delivery;
  return (
    <div className={classes.details}>
      <Facts
        facts={[
          ['Order', order_id !== null && <Link to={`/orders/${order_id}`}>{order_id}</Link>],
          ['Message id', <ShortId key="id" id={event_id} label="message id" length={13} />],
          ['Sent', <Instant key="sent" at={created_at} isExact />],
          ['Delivered', delivered_at && <Instant key="delivered" at={delivered_at} isExact />],
          ['Attempts', attempts],
          ['Next attempt', next_attempt_at && <Instant key="next" at={next_attempt_at} />],
          ['Last failure', last_error],
          ['Trace', trace_id && <TraceId key="trace" id={trace_id} length={16} />],
        ]}
      />
      {state === 'dead' && can('sync.manage') && <DeadLetterActions delivery={delivery} onDone={onDone} />}
    </div>
  );
}

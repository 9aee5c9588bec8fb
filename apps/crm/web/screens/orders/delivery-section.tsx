import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import type { Delivery } from '@octo/contracts/crm/sync.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { Link } from 'react-router';
import { deliveryStates } from '../../parts/statuses.ts';
import { TraceId } from '../../parts/trace-id.tsx';
import { useCan } from '../../session/session.ts';
import { XrayMark } from '../../xray/xray-mark.tsx';
import classes from './delivery-section.module.css';
import { syncWords } from './sync-words.ts';

/** How the news of the order travelled between shop and CRM. */
export function DeliverySection({ order }: { order: OrderDetail }) {
  const canSee = useCan()('sync.read');
  const isDead = order.deliveries.some(({ state }) => state === 'dead');
  return (
    <Section title="Delivery history" aside={canSee && isDead && <Link to="/sync?state=dead">Dead letters</Link>}>
      <p>{syncWords(order)}</p>
      {order.deliveries.length > 0 && (
        <ul className={classes.messages}>
          {order.deliveries.map((delivery) => (
            <li key={`${delivery.event_id} ${delivery.consumer}`}>
              <Message delivery={delivery} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Message({ delivery }: { delivery: Delivery }) {
  const {
    event_id,
    event_type,
    consumer,
    state,
    attempts,
    created_at,
    delivered_at,
    next_attempt_at,
    last_error,
    trace_id,
  } = delivery;
  const to = consumer === 'crm' ? 'To the CRM' : `To the ${consumer}`;
  return (
    <>
      <div className={classes.head}>
        <span className="mono">{event_type}</span>
        <span>
          <StatusBadge {...deliveryStates[state]} />
          <XrayMark kind="delivery" id={`${event_id}.${consumer}`} name={`message ${event_type}`} />
        </span>
      </div>
      <p className="muted">
        {to}, {attempts === 0 ? 'not sent yet' : formatQuantity(attempts, 'attempt')},{' '}
        <Instant at={delivered_at ?? created_at} />
        {trace_id !== null && (
          <>
            , trace <TraceId id={trace_id} label="trace of the message" />
          </>
        )}
      </p>
      {state === 'retrying' && next_attempt_at !== null && (
        <p className="muted">
          Next attempt <Instant at={next_attempt_at} />
        </p>
      )}
      {last_error !== null && <p className={classes.failure}>Last failure: {last_error}</p>}
    </>
  );
}

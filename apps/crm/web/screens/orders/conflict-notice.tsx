import { Button } from '@mantine/core';
import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import type { ApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import classes from './conflict-notice.module.css';
import { eventDetail } from './event-words.ts';
import { focusHeading } from './focus-heading.ts';
import { newEvents, told } from './use-order-news.ts';

interface ConflictNoticeProps {
  problem: ApiProblem;
  /** The order as it was when the step was chosen, and as it is. */
  before: OrderDetail;
  now: OrderDetail;
  onClose(): void;
}

/** Somebody else was quicker: what they did, and that nothing was done on top of it. */
export function ConflictNotice({ problem, before, now, onClose }: ConflictNoticeProps) {
  const close = () => {
    onClose();
    focusHeading();
  };
  return (
    <div className="notice notice-warn" role="alert">
      <p className="notice-title">Somebody else was quicker. Nothing of yours was done.</p>
      <ul className={classes.events}>
        {newEvents(before.events, now.events).map((event) => (
          <li key={event.id}>
            <strong>{told(event)}</strong>, <Instant at={event.created_at} />
            {eventDetail(event) !== undefined && <>: {eventDetail(event)}</>}
          </li>
        ))}
      </ul>
      <p>{problem.message}</p>
      <div>
        <Button variant="default" onClick={close}>
          Got it
        </Button>
      </div>
    </div>
  );
}

import type { SyncQueue } from '@octo/contracts/crm/sync.ts';
import { formatCount, formatDuration } from '@octo/ui/format.ts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Section } from '../../parts/section.tsx';
import classes from './queue-figures.module.css';

/** By who is to receive. */
export const queueTitles = { crm: 'From the shop to the CRM', shop: 'From the CRM to the shop' };

/** How one queue stands. The numbers lead to what they count. */
export function QueueFigures({ queue }: { queue: SyncQueue }) {
  const { dead, waiting, retrying, lag_seconds, delivered_last_hour } = queue;
  return (
    <Section title={queue.consumer === 'crm' ? queueTitles.crm : queueTitles.shop}>
      <dl className={classes.figures}>
        <Figure label="Dead letters" tone={dead > 0 ? 'bad' : undefined}>
          <Count of="dead" count={dead} />
        </Figure>
        <Figure label="Waiting">
          <Count of="waiting" count={waiting} />
          {retrying > 0 && <span className={classes.warning}>{formatCount(retrying)} tried in vain</span>}
        </Figure>
        <Figure label="Lag">{lag_seconds === 0 ? 'None' : formatDuration(lag_seconds)}</Figure>
        <Figure label="Delivered">
          <Count of="delivered" count={delivered_last_hour} /> <span className={classes.note}>in the last hour</span>
        </Figure>
      </dl>
    </Section>
  );
}

function Figure({ label, tone, children }: { label: string; tone?: 'bad' | undefined; children: ReactNode }) {
  return (
    <div data-tone={tone}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Count({ of: state, count }: { of: 'dead' | 'waiting' | 'delivered'; count: number }) {
  return (
    <Link to={`/sync?state=${state}`} preventScrollReset>
      {formatCount(count)}
    </Link>
  );
}

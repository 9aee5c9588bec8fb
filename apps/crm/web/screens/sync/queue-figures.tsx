import type { SyncQueue } from '@octo/contracts/crm/sync.ts';
import { formatCount, formatDuration } from '@octo/ui/format.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { Link } from 'react-router';
import { Figure, Figures } from '../../parts/figures.tsx';

/** By who is to receive. */
export const queueTitles = { crm: 'From the shop to the CRM', shop: 'From the CRM to the shop' };

/** How one queue stands. The numbers lead to what they count. */
export function QueueFigures({ queue }: { queue: SyncQueue }) {
  const { dead, waiting, retrying, lag_seconds, delivered_last_hour } = queue;
  return (
    <Section title={queue.consumer === 'crm' ? queueTitles.crm : queueTitles.shop}>
      <Figures>
        <Figure label="Dead letters" tone={dead > 0 ? 'bad' : undefined}>
          <Count of="dead" count={dead} />
        </Figure>
        <Figure label="Waiting" warning={retrying > 0 ? `${formatCount(retrying)} tried in vain` : undefined}>
          <Count of="waiting" count={waiting} />
        </Figure>
        <Figure label="Lag">{lag_seconds === 0 ? 'None' : formatDuration(lag_seconds)}</Figure>
        <Figure label="Delivered" note="in the last hour">
          <Count of="delivered" count={delivered_last_hour} />
        </Figure>
      </Figures>
    </Section>
  );
}

function Count({ of: state, count }: { of: 'dead' | 'waiting' | 'delivered'; count: number }) {
  return (
    <Link to={`/sync?state=${state}`} preventScrollReset>
      {formatCount(count)}
    </Link>
  );
}

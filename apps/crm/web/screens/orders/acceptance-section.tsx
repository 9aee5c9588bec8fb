import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import type { Status } from '@octo/ui/react/statuses.ts';
import { actorWords } from '../../parts/actor-words.ts';
import { TraceId } from '../../parts/trace-id.tsx';
import { Anomalies } from './anomalies.tsx';
import { asSentence } from './event-words.ts';

type Acceptance = NonNullable<OrderDetail['acceptance']>;

const decisions: Readonly<Record<Acceptance['decision'], Status>> = {
  accepted: { label: 'Accepted', tone: 'good' },
  on_hold: { label: 'Held back', tone: 'warn' },
  rejected: { label: 'Rejected', tone: 'bad' },
};

/** What was decided on the order when it came, and why. */
export function AcceptanceSection({ order: { acceptance, status } }: { order: OrderDetail }) {
  if (acceptance === null)
    return (
      <Section title="Acceptance">
        <p className="muted">
          {status === 'failed' ? 'The order was not placed: there was nothing to decide.' : 'Not decided yet.'}
        </p>
      </Section>
    );
  const { decision, reason, anomalies, decided_by, accepted_at, trace_id } = acceptance;
  return (
    <Section title="Acceptance" aside={<StatusBadge {...decisions[decision]} />}>
      <Facts
        facts={[
          ['Decided by', decided_by.startsWith('service:') ? asSentence(actorWords(decided_by)) : decided_by],
          ['Why', otherReasons(reason, anomalies)],
          ['Taken', <Instant key="at" at={accepted_at} />],
          ['Trace', trace_id && <TraceId key="trace" id={trace_id} label="trace of the acceptance" />],
          ['Unusual', <Anomalies key="anomalies" anomalies={anomalies} decision={decision} />],
        ]}
      />
    </Section>
  );
}

/** What is unusual is told with its rule; here is what else there was to say. */
function otherReasons(reason: Acceptance['reason'], anomalies: Acceptance['anomalies']): string | undefined {
  const others = reason?.split('; ').filter((part) => anomalies.every(({ description }) => description !== part)) ?? [];
  return others.length === 0 ? undefined : asSentence(others.join('; '));
}

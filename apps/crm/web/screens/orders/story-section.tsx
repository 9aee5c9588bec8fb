import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { actorWords } from '../../parts/actor-words.ts';
import { Timeline } from '../../parts/timeline.tsx';
import { eventDetail, eventWords } from './event-words.ts';

/** All that happened to the order, the latest first. */
export function StorySection({ order }: { order: OrderDetail }) {
  return (
    <Section title="Story" aside="latest first">
      <Timeline
        entries={order.events.toReversed().map((event) => {
          const { label, tone } = eventWords(event);
          return {
            id: event.id,
            at: event.created_at,
            title: label,
            tone,
            actor: `by ${actorWords(event.actor)}`,
            detail: eventDetail(event),
            traceId: event.trace_id,
          };
        })}
      />
    </Section>
  );
}

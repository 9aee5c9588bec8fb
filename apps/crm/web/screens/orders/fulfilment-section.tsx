import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { type Stage, stagesOf, stageWords } from './fulfilment-line.ts';
import classes from './fulfilment-section.module.css';

/** The way through the warehouse, and where on it the order is. */
export function FulfilmentSection({ order }: { order: OrderDetail }) {
  const current = order.fulfilment?.status;
  return (
    <Section title="Fulfilment">
      <p className={classes.words}>{stageWords(order)}</p>
      <ol className={classes.stages} data-resting={order.status === 'on_hold'}>
        {stagesOf(order).map((stage) => (
          <StageMark key={stage.name} stage={stage} isCurrent={stage.name === current} />
        ))}
      </ol>
    </Section>
  );
}

function StageMark({ stage: { label, state, at }, isCurrent }: { stage: Stage; isCurrent: boolean }) {
  return (
    <li className={classes.stage} data-state={state} aria-current={isCurrent ? 'step' : undefined}>
      <span className={classes.mark}>{state === 'done' && <Icon name="check" size={14} />}</span>
      <span className={classes.label}>{label}</span>
      {at !== undefined && (
        <span className={classes.when}>
          <Instant at={at} />
        </span>
      )}
      <span className="visually-hidden">{state === 'done' ? 'done' : state === 'ahead' ? 'not yet' : 'now'}</span>
    </li>
  );
}

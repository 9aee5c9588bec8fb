import { Skeleton } from '@mantine/core';
import { Section } from '@octo/ui/react/section.tsx';
import classes from './order-page.module.css';

const widths = ['80%', '55%', '70%', '60%', '75%', '50%'];

/** The frames of the page, before the order is there. */
export function OrderSkeleton() {
  return (
    <div className={classes.columns} aria-hidden="true">
      <div className={classes.column}>
        <Frame title="Fulfilment" lines={3} />
        <Frame title="Lines" lines={6} />
        <Frame title="Acceptance" lines={4} />
      </div>
      <div className={classes.aside}>
        <Frame title="Customer" lines={4} />
        <Frame title="Payment" lines={5} />
        <Frame title="Invoice" lines={4} />
      </div>
    </div>
  );
}

function Frame({ title, lines }: { title: string; lines: number }) {
  return (
    <Section title={title}>
      <div className={classes.waiting}>
        {widths.slice(0, lines).map((width) => (
          <Skeleton key={width} height={14} width={width} />
        ))}
      </div>
    </Section>
  );
}

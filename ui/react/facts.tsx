import type { ReactNode } from 'react';
import classes from './facts.module.css';

interface FactsProps {
  /** Label and value; a value that is undefined or null is left out. */
  facts: readonly (readonly [label: string, value: ReactNode])[];
}

/** What is known about a thing, one line for each. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => value !== undefined && value !== null)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

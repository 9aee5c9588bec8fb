import type { VitalSummary } from '@octo/contracts/observatory-browser.ts';
import { Section } from '@octo/ui/react/section.tsx';
import classes from './vital-card.module.css';
import { VitalCard } from './vital-card.tsx';

/** The four measures of how a page feels, over all pages. */
export function VitalSection({ vitals }: { vitals: readonly VitalSummary[] }) {
  return (
    <Section
      title="Web vitals"
      aside={<span className="muted">p75: three of four page loads were at least so good</span>}
    >
      <ul className={classes.cards}>
        {vitals.map((vital) => (
          <VitalCard key={vital.name} vital={vital} />
        ))}
      </ul>
    </Section>
  );
}

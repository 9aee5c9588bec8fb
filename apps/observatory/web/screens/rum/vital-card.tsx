import type { VitalSummary } from '@octo/contracts/observatory-browser.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { VitalBand } from './vital-band.tsx';
import classes from './vital-card.module.css';
import { formatVital, limitWords, measuredIn, ratingOf, ratings, vitalQuestions, vitalTitles } from './vital-words.ts';

/** One web vital over all pages: what three of four visitors had, and how the visits divide. */
export function VitalCard({ vital }: { vital: VitalSummary }) {
  const { name, p75 } = vital;
  return (
    <li className={classes.card}>
      <h3 className={classes.title} title={limitWords(name)}>
        {vitalTitles[name]}
      </h3>
      <p className="muted">{vitalQuestions[name]}</p>
      <p className={classes.value}>
        <span className="number">{p75 === null ? '–' : formatVital(name, p75)}</span>
        {p75 !== null && <StatusBadge {...ratings[ratingOf(name, p75)]} />}
      </p>
      <VitalBand vital={vital} />
      <p className="muted">
        {p75 === null ? 'Not measured in this time' : `p75 of ${formatQuantity(measuredIn(vital), 'page load')}`}
      </p>
    </li>
  );
}

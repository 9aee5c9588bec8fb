import type { VitalSummary } from '@octo/contracts/observatory-browser.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import classes from './vital-value.module.css';
import { formatVital, limitWords, measuredIn, ratingOf, ratings } from './vital-words.ts';

/** A vital in a list: its p75, with its judgement as a mark and in words. */
export function VitalValue({ vital }: { vital: VitalSummary | undefined }) {
  if (!vital || vital.p75 === null) return <span className="muted">–</span>;
  const { name, p75 } = vital;
  const { label, tone } = ratings[ratingOf(name, p75)];
  const words = `${label}, of ${formatQuantity(measuredIn(vital), 'page load')}. ${limitWords(name)}`;
  return (
    <span className={classes.value} data-tone={tone} title={words}>
      {formatVital(name, p75)}
      <span className="visually-hidden"> {label}</span>
    </span>
  );
}

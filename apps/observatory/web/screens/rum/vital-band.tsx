import type { VitalSummary } from '@octo/contracts/observatory-browser.ts';
import { formatShare } from '@octo/ui/format.ts';
import classes from './vital-band.module.css';
import { measuredIn, ratings } from './vital-words.ts';

const parts = ['good', 'needsImprovement', 'poor'] as const;

/** How the measurements divide: good, to be improved, poor. */
export function VitalBand({ vital }: { vital: VitalSummary }) {
  const all = measuredIn(vital);
  const words = parts.map((part) => `${ratings[part].label} ${formatShare(vital[part] / Math.max(1, all))}`).join(', ');
  let from = 0;
  return (
    <svg className={classes.band} viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={words}>
      <title>{words}</title>
      <rect className={classes.none} width={100} height={8} />
      {parts.map((part) => {
        const width = (vital[part] / Math.max(1, all)) * 100;
        const x = from;
        from += width;
        return <rect key={part} className={classes[part]} x={x} width={width} height={8} />;
      })}
    </svg>
  );
}

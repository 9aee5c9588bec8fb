import { formatCount, formatMilliseconds } from '@octo/ui/format.ts';
import { useState } from 'react';
import classes from './median-comparison.module.css';
import type { SpanDifference } from './span-differences.ts';

const usual = 12;
const noticeableMs = 0.005;

/** Two traces side by side, span by span name; what is only in one is said. */
export function DifferenceTable({ differences }: { differences: readonly SpanDifference[] }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? differences : differences.slice(0, usual);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys
    <section className={classes.table} aria-label="Differences by span" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Span</th>
            <th scope="col">Here</th>
            <th scope="col">Time by itself</th>
            <th scope="col">Usually</th>
            <th scope="col">Time by itself</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ service, name, here, there, differenceMs }) => (
            <tr key={`${service} ${name}`}>
              <th scope="row">
                {name} <span className="muted">{service}</span>
              </th>
              <td>{here.count === 0 ? 'not here' : formatCount(here.count)}</td>
              <td>{here.count === 0 ? '–' : formatMilliseconds(here.ms)}</td>
              <td>{there.count === 0 ? 'not there' : formatCount(there.count)}</td>
              <td>{there.count === 0 ? '–' : formatMilliseconds(there.ms)}</td>
              <td className={toneOf(differenceMs)}>{signed(differenceMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {differences.length > usual && (
        <button type="button" className={classes.more} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Only the largest' : `And ${differences.length - usual} more`}
        </button>
      )}
    </section>
  );
}

function toneOf(ms: number): string | undefined {
  if (Math.abs(ms) <= noticeableMs) return undefined;
  return ms > 0 ? classes.slower : classes.faster;
}

function signed(ms: number): string {
  if (Math.abs(ms) <= noticeableMs) return '±0';
  return `${ms > 0 ? '+' : '−'}${formatMilliseconds(Math.abs(ms))}`;
}

import { SegmentedControl } from '@mantine/core';
import { formatMilliseconds, formatQuantity, formatShare } from '@octo/ui/format.ts';
import { useMemo, useState } from 'react';
import { endOf, type PathPart } from './critical-path.ts';
import { type SpentTime, spentTimes } from './spent-times.ts';
import classes from './time-spent.module.css';
import { type SpanNode, walk } from './trace-tree.ts';
import type { PathMode } from './use-trace-view.ts';

interface TimeSpentProps {
  parts: readonly PathPart[];
  roots: readonly SpanNode[];
  mode: PathMode;
  onMode(mode: PathMode): void;
  onShow(spanId: string): void;
}

const usual = 6;
const shortestMs = 0.01;

/** Where the time went: what the answer, or the end of it all, waited for. */
export function TimeSpent({ parts, roots, mode, onMode, onShow }: TimeSpentProps) {
  const [isWhole, setWhole] = useState(false);
  const times = useMemo(() => spentTimes(parts), [parts]);
  const goesOn = useMemo(() => endsLater(roots), [roots]);
  const sumMs = times.reduce((sum, { ms }) => sum + ms, 0);
  const choices = [
    { value: 'answer', label: 'Until the answer' },
    ...(goesOn ? [{ value: 'end', label: 'To the end' }] : []),
    { value: 'off', label: 'Not marked' },
  ];
  const change = (value: string) => onMode(value === 'end' || value === 'off' ? value : 'answer');
  const shown = isWhole ? times : times.slice(0, usual);
  return (
    <section className={classes.spent} aria-labelledby="where-the-time-went">
      <div className={classes.head}>
        <h2 id="where-the-time-went">Where the time went</h2>
        <SegmentedControl aria-label="Critical path" data={choices} value={mode} onChange={change} />
      </div>
      {times.length > 0 && (
        <ol>
          {shown.map((time) => (
            <Line key={`${time.isWaiting} ${time.service} ${time.name}`} time={time} sumMs={sumMs} onShow={onShow} />
          ))}
        </ol>
      )}
      {times.length > usual && (
        <button type="button" className={classes.more} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Only the most' : `And ${times.length - usual} more`}
        </button>
      )}
    </section>
  );
}

function Line({ time, sumMs, onShow }: { time: SpentTime; sumMs: number; onShow(spanId: string): void }) {
  const share = sumMs === 0 ? 0 : time.ms / sumMs;
  return (
    <li className={classes.line}>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.part} data-waiting={time.isWaiting} style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <span className={classes.amount}>
        {formatMilliseconds(time.ms)} <span className="muted">{formatShare(share)}</span>
      </span>
      <button type="button" className={classes.name} onClick={() => onShow(time.spanId)}>
        {time.isWaiting ? `Wait after ${time.name}` : time.name}
      </button>
      <span className="muted">
        {time.service}
        {time.spans > 1 && `, ${formatQuantity(time.spans, 'span')}`}
      </span>
    </li>
  );
}

/** Whether work went on after the first span was over. */
function endsLater(roots: readonly SpanNode[]): boolean {
  const [first] = roots;
  if (!first) return false;
  const answered = endOf(first);
  for (const node of walk(roots)) if (endOf(node) > answered + shortestMs) return true;
  return false;
}

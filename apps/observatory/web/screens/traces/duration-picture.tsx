import { useMediaQuery } from '@mantine/hooks';
import type { TraceSummary } from '@octo/contracts/observatory.ts';
import { formatLocalInstant, formatMilliseconds } from '@octo/ui/format.ts';
import { type KeyboardEvent, useState } from 'react';
import { Link } from 'react-router';
import { isoOf } from '../../parts/nano.ts';
import { tracePath } from '../../paths.ts';
import classes from './duration-picture.module.css';
import { layOutPicture, type PlacedTrace } from './picture-layout.ts';

const fewest = 2;

/** The listed traces as points over time. One of them can be tabbed to, the arrow keys go on from there. */
export function DurationPicture({ traces }: { traces: readonly TraceSummary[] }) {
  const hasRoom = useMediaQuery('(width >= 48em)', false, { getInitialValueInEffect: false });
  const [current, setCurrent] = useState<string>();
  if (!hasRoom || traces.length < fewest) return null;
  const picture = layOutPicture(traces);
  const reached = picture.traces.find(({ trace }) => trace.traceId === current) ?? picture.traces.at(-1);
  const [first, last] = [picture.traces[0], picture.traces.at(-1)];
  return (
    <figure className={classes.picture} aria-label="Duration of the listed traces over time">
      <div className={classes.field}>
        {picture.lines.map(({ ms, y }) => (
          <div key={ms} className={classes.line} style={{ insetBlockEnd: `${y * 100}%` }}>
            <span>{formatMilliseconds(ms)}</span>
          </div>
        ))}
        <ul className={classes.points} onKeyDown={walkPoints}>
          {picture.traces.map((placed) => (
            <Point key={placed.trace.traceId} placed={placed} isReached={placed === reached} onReach={setCurrent} />
          ))}
        </ul>
      </div>
      <figcaption className={classes.ends}>
        <span>{first && formatLocalInstant(isoOf(first.trace.startTimeUnixNano))}</span>
        <span>{last && formatLocalInstant(isoOf(last.trace.startTimeUnixNano))}</span>
      </figcaption>
    </figure>
  );
}

interface PointProps {
  placed: PlacedTrace;
  isReached: boolean;
  onReach(traceId: string): void;
}

function Point({ placed: { trace, x, y }, isReached, onReach }: PointProps) {
  const failed = trace.errorCount > 0;
  const words = `${trace.name}, ${formatMilliseconds(trace.durationMs)}${failed ? ', with an error' : ''}`;
  return (
    <li>
      <Link
        to={tracePath(trace.traceId)}
        className={classes.point}
        data-failed={failed}
        style={{ insetInlineStart: `${x * 100}%`, insetBlockEnd: `${y * 100}%` }}
        tabIndex={isReached ? 0 : -1}
        aria-label={words}
        title={words}
        onFocus={() => onReach(trace.traceId)}
      />
    </li>
  );
}

function walkPoints(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const points = [...event.currentTarget.querySelectorAll('a')];
  const point = points[points.findIndex((one) => one.matches(':focus')) + step];
  if (!point) return;
  event.preventDefault();
  point.focus();
}

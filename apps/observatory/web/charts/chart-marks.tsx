import { type KeyboardEvent, useState } from 'react';
import { Link } from 'react-router';
import classes from './chart-marks.module.css';
import type { ChartLayout } from './lay-out-chart.ts';

/** The exemplars as links. One of them can be tabbed to, the arrow keys go on from there. */
export function ChartMarks({ marks }: Pick<ChartLayout, 'marks'>) {
  const [reached, setReached] = useState(0);
  if (marks.length === 0) return null;
  const current = Math.min(reached, marks.length - 1);
  return (
    <ul onKeyDown={walkMarks}>
      {marks.map(({ mark, x, y }, index) => (
        <li key={`${mark.href} ${mark.atMs}`}>
          <Link
            to={mark.href}
            className={classes.mark}
            style={{ insetInlineStart: x, insetBlockStart: y }}
            tabIndex={index === current ? 0 : -1}
            aria-label={mark.title}
            title={mark.title}
            onFocus={() => setReached(index)}
          />
        </li>
      ))}
    </ul>
  );
}

function walkMarks(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const marks = [...event.currentTarget.querySelectorAll('a')];
  const mark = marks[marks.findIndex((one) => one.matches(':focus')) + step];
  if (!mark) return;
  event.preventDefault();
  mark.focus();
}

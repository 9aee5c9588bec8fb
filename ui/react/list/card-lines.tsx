import type { ReactNode } from 'react';
import classes from './card-lines.module.css';

interface CardLinesProps {
  /** What the row is called. */
  title: ReactNode;
  /** What stands to its right: an amount, usually. */
  value?: ReactNode;
  /** Below, in small and quiet: two or three things; what is not known is left out. */
  about?: readonly ReactNode[];
  /** To the right of that: a status. */
  badge?: ReactNode;
}

/** The usual two lines of a row on a phone. */
export function CardLines({ title, value, about = [], badge }: CardLinesProps) {
  return (
    <div className={classes.lines}>
      <div className={classes.title}>{title}</div>
      {value !== undefined && <div className={classes.value}>{value}</div>}
      <div className={classes.about}>
        {about.filter(isSomething).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line have no name and never change places
          <span key={index}>{part}</span>
        ))}
      </div>
      {badge !== undefined && <div className={classes.value}>{badge}</div>}
    </div>
  );
}

function isSomething(part: ReactNode): boolean {
  return part !== undefined && part !== null && part !== false && part !== '';
}

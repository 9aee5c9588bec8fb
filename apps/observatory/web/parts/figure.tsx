import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './figure.module.css';

interface FigureProps {
  title: string;
  value: string;
  /** What the number is made of. */
  to: string;
  note?: ReactNode;
  tone?: 'bad' | 'warn' | undefined;
}

/** One large number that leads to what it is made of. */
export function Figure({ title, value, to, note, tone }: FigureProps) {
  return (
    <div className={classes.figure}>
      <dt>{title}</dt>
      <dd>
        <Link to={to} data-tone={tone}>
          {value}
        </Link>
        {note !== undefined && <span className={classes.note}>{note}</span>}
      </dd>
    </div>
  );
}

export function Figures({ children }: { children: ReactNode }) {
  return <dl className={classes.figures}>{children}</dl>;
}

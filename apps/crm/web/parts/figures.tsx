import type { ReactNode } from 'react';
import classes from './figures.module.css';

/** A few numbers side by side. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className={classes.figures}>{children}</dl>;
}

interface FigureProps {
  label: string;
  tone?: 'bad' | undefined;
  /** Below the number, in small. */
  note?: string | undefined;
  /** The same, when it asks for attention. */
  warning?: string | undefined;
  children: ReactNode;
}

export function Figure({ label, tone, note, warning, children }: FigureProps) {
  return (
    <div data-tone={tone}>
      <dt>{label}</dt>
      <dd>
        {children}
        {note !== undefined && <span className={classes.note}>{note}</span>}
        {warning !== undefined && <span className={classes.warning}>{warning}</span>}
      </dd>
    </div>
  );
}

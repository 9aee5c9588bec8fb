import classes from './statement-cell.module.css';
import { shortStatement, statementTitle } from './statement-text.ts';

interface StatementCellProps {
  text: string;
  /** Whether what it is called stands above its text. */
  isTitled?: boolean;
  /** Whether it takes two lines also where one would do, so that nothing moves when it becomes another. */
  isSteady?: boolean;
}

/** The beginning of a statement, in a list. */
export function StatementCell({ text, isTitled = false, isSteady = false }: StatementCellProps) {
  return (
    <span className={classes.cell} data-titled={isTitled} data-steady={isSteady} title={text.slice(0, 1000)}>
      {isTitled && <span>{statementTitle(text)}</span>}
      <span className={`mono ${classes.text}`}>{shortStatement(text)}</span>
    </span>
  );
}

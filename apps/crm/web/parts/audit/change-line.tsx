import { Icon } from '@octo/ui/react/icon.tsx';
import { diffRows } from '../diff-rows.ts';
import classes from './change-line.module.css';

const mostFields = 2;

/** What was changed, in one line: old and new of the first fields. */
export function ChangeLine({ before, after }: { before: unknown; after: unknown }) {
  const rows = diffRows(before, after);
  return (
    <span className={classes.line}>
      {rows.slice(0, mostFields).map(({ field, before: old, after: now }) => (
        <span key={field} className={classes.change}>
          <span className="muted">{field}</span>
          {old !== undefined && <span className={classes.value}>{old}</span>}
          {old !== undefined && now !== undefined && <Icon name="arrow" size={12} />}
          {now !== undefined && <span className={classes.value}>{now}</span>}
        </span>
      ))}
      {rows.length > mostFields && <span className="muted">{rows.length - mostFields} more</span>}
    </span>
  );
}

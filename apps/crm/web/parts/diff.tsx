import { Icon } from '@octo/ui/react/icon.tsx';
import classes from './diff.module.css';
import { diffRows } from './diff-rows.ts';

interface DiffProps {
  /** The fields that changed, as they were; anything but an object is nothing: it is new. */
  before: unknown;
  after: unknown;
  labels?: Readonly<Record<string, string>>;
}

/** What a write has changed: old → new, field by field. */
export function Diff({ before, after, labels = {} }: DiffProps) {
  return (
    <dl className={classes.diff}>
      {diffRows(before, after).map(({ field, before: old, after: now }) => (
        <div key={field}>
          <dt>{labels[field] ?? field}</dt>
          <dd>
            {old !== undefined && <del>{old}</del>}
            {old !== undefined && now !== undefined && <Arrow />}
            {now !== undefined && <ins>{now}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Arrow() {
  return (
    <span className={classes.arrow}>
      <span className="visually-hidden"> is now </span>
      <Icon name="arrow" size={14} />
    </span>
  );
}

import type { getTrace } from '@octo/contracts/observatory.ts';
import { formatCount, formatQuantity } from '@octo/ui/format.ts';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import classes from './trace-notes.module.css';
import type { SpanNode } from './trace-tree.ts';

interface TraceNotesProps {
  trace: AnswerOf<typeof getTrace>;
  roots: readonly SpanNode[];
}

/** What somebody has to know who reads the picture. */
export function TraceNotes({ trace: { spans, spanCount }, roots }: TraceNotesProps) {
  const orphans = roots.filter(({ isOrphan }) => isOrphan).length;
  const untrusted = spans.filter(({ isUntrusted }) => isUntrusted).length;
  const notes = [
    spanCount > spans.length &&
      `It has ${formatCount(spanCount)} spans. Shown are the first ${formatCount(spans.length)}.`,
    orphans > 0 &&
      `${formatQuantity(orphans, 'span')} ${orphans === 1 ? 'names a parent' : 'name parents'} that did not arrive, and so ${orphans === 1 ? 'stands' : 'stand'} at the top.`,
    untrusted > 0 && `${formatQuantity(untrusted, 'span')} came from a browser: anybody could have made that up.`,
  ].filter((note) => note !== false);
  return (
    <div role="status">
      {notes.length > 0 && (
        <ul className={classes.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

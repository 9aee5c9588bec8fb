import { Button } from '@mantine/core';
import { formatCount, formatQuantity } from '@octo/ui/format.ts';
import classes from './trace-notes.module.css';
import type { SpanNode } from './trace-tree.ts';
import type { LoadedTrace } from './use-trace.ts';

interface TraceNotesProps {
  trace: LoadedTrace;
  roots: readonly SpanNode[];
}

/** What somebody has to know who reads the picture. */
export function TraceNotes({ trace, roots }: TraceNotesProps) {
  const { spans, spanCount, loadMore, isLoadingMore } = trace;
  const shown = loadMore ? new Set(spans.map(({ spanId }) => spanId)).size : spanCount;
  const orphans = roots.filter(({ isOrphan }) => isOrphan).length;
  const untrusted = spans.filter(({ isUntrusted }) => isUntrusted).length;
  const notes = [
    loadMore !== undefined &&
      `It has ${formatCount(spanCount)} spans. Shown are ${formatCount(shown)}: the errors and the longest first, with all above them.`,
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
      {loadMore && (
        <Button variant="default" className={classes.more ?? ''} loading={isLoadingMore} onClick={loadMore}>
          Load more of them
        </Button>
      )}
    </div>
  );
}

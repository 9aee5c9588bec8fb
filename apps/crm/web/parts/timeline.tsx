import { Instant } from '@octo/ui/react/instant.tsx';
import type { Status } from '@octo/ui/react/statuses.ts';
import type { ReactNode } from 'react';
import classes from './timeline.module.css';
import { TraceId } from './trace-id.tsx';

export interface TimelineEntry {
  id: string;
  at: string;
  title: ReactNode;
  tone?: Status['tone'];
  /** A username, or service:<name>. */
  actor?: string;
  detail?: ReactNode;
  traceId?: string | null;
}

/** What happened, in the order that it is given. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className={classes.timeline}>
      {entries.map(({ id, at, title, tone = 'quiet', actor, detail, traceId }) => (
        <li key={id} className={classes.entry} data-tone={tone}>
          <p className={classes.title}>{title}</p>
          {detail !== undefined && detail !== null && <div>{detail}</div>}
          <p className={classes.about}>
            <Instant at={at} />
            {actor !== undefined && <span>{actor}</span>}
            {traceId && <TraceId id={traceId} />}
          </p>
        </li>
      ))}
    </ol>
  );
}

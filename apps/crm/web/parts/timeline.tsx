import type { ReactNode } from 'react';
import { Instant } from './instant.tsx';
import { ShortId } from './short-id.tsx';
import type { Status } from './statuses.ts';
import classes from './timeline.module.css';

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
            {traceId && <ShortId id={traceId} label="trace id" />}
          </p>
        </li>
      ))}
    </ol>
  );
}

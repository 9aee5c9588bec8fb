import type { TraceSpan } from '@octo/contracts/observatory.ts';
import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import { formatMilliseconds } from '@octo/ui/format.ts';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { Link } from 'react-router';
import { AttributeTable } from '../../parts/attribute-table.tsx';
import { msBetween } from '../../parts/nano.ts';
import { severityOf } from '../../parts/severities.ts';
import { tracePath } from '../../paths.ts';
import classes from './span-happenings.module.css';

/** What was noted while it ran, by the time since its start. */
export function SpanEvents({ span }: { span: TraceSpan }) {
  if (span.events.length === 0) return null;
  return (
    <>
      <h3>Events</h3>
      <ol className={classes.list}>
        {span.events.map((event) => (
          <li key={`${event.timeUnixNano} ${event.name}`}>
            <p>
              <span className="muted number">{sinceStart(span, event.timeUnixNano)}</span> {event.name}
            </p>
            {Object.keys(event.attributes).length > 0 && <AttributeTable attributes={event.attributes} />}
          </li>
        ))}
      </ol>
    </>
  );
}

/** What was logged in it. */
export function SpanLogs({ span, logs }: { span: TraceSpan; logs: readonly LogRecord[] }) {
  if (logs.length === 0) return null;
  return (
    <>
      <h3>Logs</h3>
      <ol className={classes.list}>
        {logs.map((log) => (
          <li key={`${log.timeUnixNano} ${log.body}`}>
            <p>
              <span className="muted number">{sinceStart(span, log.timeUnixNano)}</span>{' '}
              <StatusBadge {...severityOf(log.severity)} /> {log.body}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Other work that it has to do with. */
export function SpanLinks({ span }: { span: TraceSpan }) {
  if (span.links.length === 0) return null;
  return (
    <>
      <h3>Links</h3>
      <ul className={classes.list}>
        {span.links.map(({ traceId, spanId, attributes }) => (
          <li key={`${traceId} ${spanId}`}>
            <Link to={tracePath(traceId, spanId)} className={`mono ${classes.link}`}>
              {traceId.slice(0, 12)}
            </Link>
            {Object.keys(attributes).length > 0 && <AttributeTable attributes={attributes} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function sinceStart({ startTimeUnixNano }: TraceSpan, timeUnixNano: string): string {
  const ms = msBetween(startTimeUnixNano, timeUnixNano);
  return ms < 0 ? `−${formatMilliseconds(-ms)}` : `+${formatMilliseconds(ms)}`;
}

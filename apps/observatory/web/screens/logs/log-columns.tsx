import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { Link } from 'react-router';
import { messageInList } from '../../parts/log-message.ts';
import { LogTime } from '../../parts/log-time.tsx';
import { isoOf } from '../../parts/nano.ts';
import { severityOf } from '../../parts/severities.ts';
import { tracePath } from '../../paths.ts';
import classes from './log-columns.module.css';

export const logColumns: Column<LogRecord>[] = [
  {
    key: 'time',
    title: 'Time',
    cell: ({ timeUnixNano }) => <LogTime unixNano={timeUnixNano} />,
    isShort: true,
  },
  {
    key: 'severity',
    title: 'Severity',
    cell: ({ severity }) => <StatusBadge {...severityOf(severity)} />,
    isShort: true,
  },
  { key: 'service', title: 'Service', cell: ({ service }) => service, leaveOut: 1, isShort: true },
  { key: 'message', title: 'Message', cell: ({ body }) => messageInList(body) },
  { key: 'trace', title: 'Trace', cell: (log) => <TraceLink log={log} />, isShort: true },
];

export function LogCard({ log }: { log: LogRecord }) {
  const { body, service, severity, timeUnixNano } = log;
  return (
    <CardLines
      title={messageInList(body)}
      about={[<Instant key="at" at={isoOf(timeUnixNano)} />, service, <TraceLink key="trace" log={log} />]}
      badge={<StatusBadge {...severityOf(severity)} />}
    />
  );
}

function TraceLink({ log: { traceId, spanId } }: { log: LogRecord }) {
  if (traceId === null) return <span className="muted">No trace</span>;
  return (
    <Link
      to={tracePath(traceId, spanId)}
      className={`mono ${classes.trace}`}
      aria-label={`Trace ${traceId.slice(0, 8)}`}
    >
      {traceId.slice(0, 8)}
    </Link>
  );
}

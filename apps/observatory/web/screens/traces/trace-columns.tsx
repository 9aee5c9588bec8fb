import type { TraceSummary } from '@octo/contracts/observatory.ts';
import { formatCount } from '@octo/ui/format.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { isoOf } from '../../parts/nano.ts';
import { ServiceMark } from '../../parts/service-mark.tsx';
import { DurationBar } from './duration-bar.tsx';
import classes from './trace-columns.module.css';

export function traceColumns(colours: ReadonlyMap<string, number>, longestMs: number): Column<TraceSummary>[] {
  return [
    { key: 'name', title: 'Began with', cell: ({ name }) => name },
    {
      key: 'services',
      title: 'Services',
      cell: ({ service, services }) => (
        <span className={classes.services}>
          {[service, ...services.filter((other) => other !== service)].map((name) => (
            <ServiceMark key={name} service={name} colour={colours.get(name)} />
          ))}
        </span>
      ),
      leaveOut: 2,
    },
    {
      key: 'duration',
      title: 'Duration',
      cell: ({ durationMs }) => <DurationBar durationMs={durationMs} longestMs={longestMs} />,
      isShort: true,
    },
    { key: 'spans', title: 'Spans', align: 'end', cell: ({ spanCount }) => formatCount(spanCount) },
    {
      key: 'errors',
      title: 'Errors',
      align: 'end',
      cell: ({ errorCount }) =>
        errorCount === 0 ? <span className="muted">0</span> : <span className="badge badge-bad">{errorCount}</span>,
    },
    {
      key: 'started',
      title: 'Started',
      cell: ({ startTimeUnixNano }) => <Instant at={isoOf(startTimeUnixNano)} />,
      isShort: true,
    },
  ];
}

import type { Execution } from '@octo/contracts/query-lab.ts';
import { formatCount } from '@octo/ui/format.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { TraceId } from '../trace-id.tsx';
import { executionStatus } from './execution-status.ts';
import { Milliseconds } from './milliseconds.tsx';

export const executionColumns: Column<Execution>[] = [
  {
    key: 'query',
    title: 'Query',
    cell: ({ query_name }) => <span className="mono">{query_name}</span>,
  },
  {
    key: 'status',
    title: 'Status',
    cell: (execution) => <StatusBadge {...executionStatus(execution)} />,
    isShort: true,
  },
  { key: 'rows', title: 'Rows', align: 'end', cell: ({ row_count }) => formatCount(row_count), leaveOut: 2 },
  { key: 'duration', title: 'Took', align: 'end', cell: ({ duration_ms }) => <Milliseconds of={duration_ms} /> },
  { key: 'mode', title: 'Asked by', cell: ({ schedule_mode }) => askedBy(schedule_mode), leaveOut: 2, isShort: true },
  { key: 'at', title: 'When', cell: ({ created_at }) => <Instant at={created_at} />, isShort: true, leaveOut: 2 },
  {
    key: 'trace',
    title: 'Trace',
    cell: ({ trace_id }) => trace_id && <TraceId id={trace_id} />,
    leaveOut: 1,
    isShort: true,
  },
];

export function ExecutionCard({ execution }: { execution: Execution }) {
  const { query_name, duration_ms, schedule_mode, created_at } = execution;
  return (
    <CardLines
      title={<span className="mono">{query_name}</span>}
      value={<Milliseconds of={duration_ms} />}
      about={[askedBy(schedule_mode), <Instant key="at" at={created_at} />]}
      badge={<StatusBadge {...executionStatus(execution)} />}
    />
  );
}

/** Who wanted a run. */
export function askedBy(mode: Execution['schedule_mode']): string {
  return mode === 'scheduled' ? 'the schedule' : 'a person';
}

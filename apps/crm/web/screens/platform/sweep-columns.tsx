import type { WorkflowRun } from '@octo/contracts/workflows.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { workflowStatuses } from '../../parts/statuses.ts';
import { TraceId } from '../../parts/trace-id.tsx';
import { askedBy } from '../../parts/workflows/execution-columns.tsx';
import { Milliseconds } from '../../parts/workflows/milliseconds.tsx';

export const sweepColumns: Column<WorkflowRun>[] = [
  { key: 'id', title: 'Sweep', cell: ({ id }) => id, isShort: true },
  {
    key: 'status',
    title: 'Status',
    cell: ({ status }) => <StatusBadge {...workflowStatuses[status]} />,
    isShort: true,
  },
  { key: 'summary', title: 'What it found', cell: ({ result_summary }) => result_summary ?? '', leaveOut: 2 },
  { key: 'duration', title: 'Took', align: 'end', cell: ({ duration_ms }) => <Milliseconds of={duration_ms} /> },
  { key: 'mode', title: 'Asked by', cell: ({ schedule_mode }) => askedBy(schedule_mode), leaveOut: 1, isShort: true },
  { key: 'at', title: 'Started', cell: ({ started_at }) => <Instant at={started_at} />, isShort: true },
  {
    key: 'trace',
    title: 'Trace',
    cell: ({ trace_id }) => trace_id && <TraceId id={trace_id} />,
    leaveOut: 1,
    isShort: true,
  },
];

export function SweepCard({ run }: { run: WorkflowRun }) {
  const { id, schedule_mode, started_at, duration_ms, status } = run;
  return (
    <CardLines
      title={`Sweep ${id}`}
      value={<Milliseconds of={duration_ms} />}
      about={[askedBy(schedule_mode), <Instant key="at" at={started_at} />]}
      badge={<StatusBadge {...workflowStatuses[status]} />}
    />
  );
}

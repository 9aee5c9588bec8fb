import type { ComponentSnapshot } from '@octo/contracts/workflows.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { componentStatuses } from '../statuses.ts';
import { TraceId } from '../trace-id.tsx';
import { Milliseconds } from './milliseconds.tsx';

export const componentColumns: Column<ComponentSnapshot>[] = [
  { key: 'name', title: 'Component', cell: ({ component_name }) => component_name },
  {
    key: 'status',
    title: 'Status',
    cell: ({ status }) => <StatusBadge {...componentStatuses[status]} />,
    isShort: true,
  },
  { key: 'latency', title: 'Answered in', align: 'end', cell: ({ latency_ms }) => <Milliseconds of={latency_ms} /> },
  { key: 'details', title: 'Details', cell: ({ details }) => details ?? '', leaveOut: 2 },
  {
    key: 'at',
    title: 'Looked at',
    cell: ({ observed_at }) => <Instant at={observed_at} />,
    isShort: true,
    leaveOut: 2,
  },
  {
    key: 'trace',
    title: 'Trace',
    cell: ({ trace_id }) => trace_id && <TraceId id={trace_id} />,
    leaveOut: 1,
    isShort: true,
  },
];

export function ComponentCard({ component }: { component: ComponentSnapshot }) {
  const { component_name, component_type, status, latency_ms, observed_at } = component;
  return (
    <CardLines
      title={component_name}
      value={<Milliseconds of={latency_ms} />}
      about={[component_type, <Instant key="at" at={observed_at} />]}
      badge={<StatusBadge {...componentStatuses[status]} />}
    />
  );
}

import type { TopologyEdge } from '@octo/contracts/observatory-topology.ts';
import { formatCount, formatMilliseconds, formatShare } from '@octo/ui/format.ts';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { Link } from 'react-router';
import { edgePath, type NodesById } from './edge-path.ts';

export const kindWords: Readonly<Record<TopologyEdge['kind'], string>> = {
  request: 'Requests',
  message: 'Messages, by the outbox',
  statement: 'Statements',
};

/** Calls as a table, for who reads rather than looks. */
export function edgeColumns(nodes: NodesById, minutes: number): Column<TopologyEdge>[] {
  return [
    { key: 'way', title: 'From and to', cell: (edge) => wayOf(edge, nodes) },
    { key: 'kind', title: 'What', cell: ({ kind }) => kindWords[kind] },
    { key: 'rate', title: 'Per minute', align: 'end', cell: ({ callsPerMinute }) => perMinute(callsPerMinute) },
    { key: 'calls', title: 'In all', align: 'end', cell: ({ calls }) => formatCount(calls), leaveOut: 1 },
    {
      key: 'errors',
      title: 'Errors',
      align: 'end',
      cell: (edge) =>
        edge.errors === 0 ? (
          <span className="muted">0</span>
        ) : (
          <Link to={edgePath(edge, nodes, minutes, true)} className="badge badge-bad">
            {formatCount(edge.errors)} ({formatShare(edge.errorRate)})
          </Link>
        ),
    },
    { key: 'p50', title: 'Median', align: 'end', cell: ({ p50Ms }) => durationOf(p50Ms), leaveOut: 2 },
    { key: 'p95', title: 'p95', align: 'end', cell: ({ p95Ms }) => durationOf(p95Ms) },
  ];
}

interface EdgeCardProps {
  edge: TopologyEdge;
  nodes: NodesById;
  about: string;
}

/** A call on a phone. */
export function EdgeCard({ edge, nodes, about }: EdgeCardProps) {
  const { callsPerMinute, p95Ms, errors, errorRate } = edge;
  return (
    <CardLines
      title={wayOf(edge, nodes)}
      value={`${perMinute(callsPerMinute)}/min`}
      about={[about, `p95 ${durationOf(p95Ms)}`]}
      badge={errors > 0 && <span className="badge badge-bad">{formatShare(errorRate)} errors</span>}
    />
  );
}

export function wayOf({ from, to }: TopologyEdge, nodes: NodesById): string {
  return `${nodes.get(from)?.name ?? from} to ${nodes.get(to)?.name ?? to}`;
}

export function perMinute(rate: number): string {
  return rate >= 10 ? formatCount(Math.round(rate)) : String(Number(rate.toPrecision(2)));
}

export function durationOf(ms: number | null): string {
  return ms === null ? '–' : formatMilliseconds(ms);
}

import type { MetricHistoryKind } from '@octo/contracts/observatory-metric-kinds.ts';
import type { MetricPointRecord } from '../../otlp/records.ts';

/** How a metric is kept: by what it grew, by what it was, or by how its values were spread. */
export function historyKind({ kind, isMonotonic }: Pick<MetricPointRecord, 'kind' | 'isMonotonic'>): MetricHistoryKind {
  if (kind === 'sum') return isMonotonic ? 'counter' : 'upDownCounter';
  return kind === 'gauge' ? 'gauge' : 'histogram';
}

/** What it was at a moment is of one process; what it grew by can be added up over all of them. */
export function isMomentary(kind: MetricHistoryKind): boolean {
  return kind === 'gauge' || kind === 'upDownCounter';
}

import type { RunStatus } from '../records/execution.ts';
import type { NewSnapshot } from '../records/snapshot.ts';

/** As the database holds it. */
const longest = 4000;

/** How a sweep went: an error when a query failed that should not have, or a component is down. */
export function summaryOf(
  queries: number,
  failures: readonly string[],
  snapshots: readonly NewSnapshot[],
): { status: RunStatus; resultSummary: string } {
  const down = snapshots.filter(({ status }) => status === 'down');
  const reasons = [...failures, ...down.map(({ componentName, details }) => `${componentName} is down: ${details}`)];
  const resultSummary = [...reasons, counts(queries, snapshots)].join(' ').slice(0, longest);
  return { status: reasons.length > 0 ? 'error' : 'success', resultSummary };
}

function counts(queries: number, snapshots: readonly NewSnapshot[]): string {
  const statuses = Map.groupBy(snapshots, ({ status }) => status);
  const components = [...statuses].map(([status, found]) => `${found.length} ${status}`).join(', ');
  return `Ran ${queries} queries; components: ${components || 'none'}.`;
}

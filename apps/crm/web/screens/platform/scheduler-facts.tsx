import type { SchedulerState } from '@octo/contracts/workflows.ts';
import { formatDuration } from '@octo/ui/format.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import type { ReactNode } from 'react';
import { workflowStatuses } from '../../parts/statuses.ts';

/** What is known of a scheduler, for Facts. */
export function schedulerFacts(scheduler: SchedulerState): (readonly [label: string, value: ReactNode])[] {
  const { poll_seconds, last_run_at, last_status, last_error, next_run_at } = scheduler;
  return [
    ['Sweeps', `every ${formatDuration(poll_seconds)}`],
    ['Last sweep', last_run_at === null ? 'none yet' : <Instant key="last" at={last_run_at} />],
    ['It ended as', last_status && <StatusBadge key="status" {...workflowStatuses[last_status]} />],
    ['Last failure', last_error],
    ['Next sweep', next_run_at && <Instant key="next" at={next_run_at} isExact />],
  ];
}

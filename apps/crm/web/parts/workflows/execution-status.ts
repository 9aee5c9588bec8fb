import type { Execution } from '@octo/contracts/query-lab.ts';
import type { Status } from '@octo/ui/react/statuses.ts';
import { workflowStatuses } from '../statuses.ts';

/** How an execution ended: one that fails on purpose and did is no bad news, one that should have and did not is. */
export function executionStatus({ status, expected_failure }: Pick<Execution, 'status' | 'expected_failure'>): Status {
  if (!expected_failure || status === 'running') return workflowStatuses[status];
  return status === 'error'
    ? { label: 'Failed as meant', tone: 'quiet' }
    : { label: 'Should have failed', tone: 'warn' };
}

import type { TraceSpan } from '@octo/contracts/observatory.ts';
import type { Statuses } from '@octo/ui/react/statuses.ts';

export const spanStatuses: Statuses<TraceSpan['status']> = {
  error: { label: 'Error', tone: 'bad' },
  ok: { label: 'OK', tone: 'good' },
  unset: { label: 'Not set', tone: 'quiet' },
};

import type { GatewayState } from '@octo/contracts/integrations.ts';
import type { Status, Statuses } from '@octo/ui/react/statuses.ts';

export const breakerStates: Statuses<GatewayState['breaker']['state']> = {
  closed: { label: 'Closed', tone: 'good' },
  half_open: { label: 'Half open', tone: 'warn' },
  open: { label: 'Open', tone: 'bad' },
};

/** Whether the gateway answers whoever looked. */
export function reachOf({ configured, reachable }: Pick<GatewayState, 'configured' | 'reachable'>): Status {
  if (!configured || reachable === null) return { label: 'Not configured', tone: 'quiet' };
  return reachable ? { label: 'Reachable', tone: 'good' } : { label: 'Away', tone: 'bad' };
}

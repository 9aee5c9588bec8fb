import type { Fault as WireFault } from '@octo/contracts/crm/simulation.ts';
import type { ActiveFault, Fault } from '@octo/domains/simulation';
import { toInstant } from './instant.ts';

export function toWireFault({ id, title, description, target }: Fault, active: ActiveFault | undefined): WireFault {
  return { id, title, description, target, active: active ? toWireApplication(active) : null };
}

function toWireApplication({ appliedBy, appliedAt, expiresAt, traceId }: ActiveFault): WireFault['active'] {
  return {
    applied_by: appliedBy,
    applied_at: toInstant(appliedAt),
    expires_at: toInstant(expiresAt),
    trace_id: traceId,
  };
}

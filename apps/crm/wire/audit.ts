import type { AuditEntry as WireAuditEntry } from '@octo/contracts/crm/admin.ts';
import type { AuditEntry } from '@octo/domains/security';
import { toInstant } from './instant.ts';

/** As those see it who may not read the audit: where a colleague was, and with which browser, is not theirs to know. */
export function toWireHistoryEntry(entry: AuditEntry): WireAuditEntry {
  return toWireAuditEntry({ ...entry, ipAddress: null, userAgent: null });
}

export function toWireAuditEntry(entry: AuditEntry): WireAuditEntry {
  return {
    id: entry.id,
    actor: entry.actor,
    action: entry.actionName,
    resource: entry.resourceName,
    old_value: entry.before,
    new_value: entry.after,
    ip_address: entry.ipAddress,
    user_agent: entry.userAgent,
    trace_id: entry.traceId,
    created_at: toInstant(entry.createdAt),
  };
}

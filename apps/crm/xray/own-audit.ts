import type { AuditEntry } from '@octo/contracts/crm/admin.ts';
import type { Ctx } from '@octo/domains/context';
import { listAudit } from '@octo/domains/security';
import { toWireAuditEntry, toWireHistoryEntry } from '../wire/audit.ts';

const mostEntries = 50;

/** What was written about a record, for who may read the audit; null for anybody else. */
export async function auditOf(ctx: Ctx, resource: string): Promise<AuditEntry[] | null> {
  if (!ctx.actor.permissions.has('audit.read')) return null;
  const { entries } = await listAudit(ctx, { resource, limit: mostEntries });
  return entries.map(toWireAuditEntry);
}

/** The same for what everybody may know who sees the record, but for where a colleague was. */
export async function historyOf(ctx: Ctx, resource: string): Promise<AuditEntry[]> {
  const { entries } = await listAudit(ctx, { resource, limit: mostEntries });
  return entries.map(ctx.actor.permissions.has('audit.read') ? toWireAuditEntry : toWireHistoryEntry);
}

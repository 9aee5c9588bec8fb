import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../context.ts';
import { type AuditEntry, toEntry } from './audit-entry.ts';
import { selectAuditEntry } from './queries.ts';

/** One write as it was recorded. Throws NotFound. */
export async function getAuditEntry(ctx: Pick<Ctx, 'db'>, input: { id: string }): Promise<AuditEntry> {
  const [row] = await selectAuditEntry(ctx.db, input);
  if (!row) throw new AppError('NotFound', 'security.audit_not_found', 'There is no such entry in the audit.');
  return toEntry(row);
}

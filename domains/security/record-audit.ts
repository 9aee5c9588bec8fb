import type { Ctx } from '../context.ts';
import { insertAudit } from './queries.ts';

export type AuditValues = Readonly<Record<string, unknown>>;

export interface AuditInput {
  /** What was done, e.g. `products.update`. */
  action: string;
  /** What it was done to, e.g. `products/17`. */
  resource: string;
  /** The fields that changed, as they were; null when it is new. */
  before: AuditValues | null;
  /** The same fields as they are now; null when it is gone. */
  after: AuditValues | null;
}

/** Leaves a row of who changed what, in the transaction that changes it. */
export async function recordAudit(ctx: Ctx, input: AuditInput): Promise<void> {
  const { actor } = ctx;
  await insertAudit(ctx.db, {
    id: ctx.ids.event(),
    userId: actor.userId ?? null,
    actor: actor.id,
    actionName: input.action,
    resourceName: input.resource,
    oldValue: input.before && JSON.stringify(input.before),
    newValue: input.after && JSON.stringify(input.after),
    ipAddress: actor.address ?? null,
    userAgent: actor.userAgent || null,
    traceId: ctx.traceId,
    createdAt: ctx.clock.now(),
  });
}

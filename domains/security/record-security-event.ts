import type { AttackType } from '@octo/contracts/telemetry/security.ts';
import type { SecurityEventsSeverity } from '@octo/database/tables.ts';
import type { Ctx } from '../context.ts';
import { insertSecurityEvent } from './queries.ts';

export interface SecurityEventInput {
  /** What somebody tried, in the field's words. */
  attackType: AttackType;
  severity: SecurityEventsSeverity;
  /** The route that was tried, as its template. */
  endpoint: string;
  /** What makes us think so, without anything secret or personal in it. */
  details: string;
}

/** Notes an attempt at something, in the context of whoever tried. Outside the transaction that refuses it, or it would go with it. */
export async function recordSecurityEvent(ctx: Ctx, input: SecurityEventInput): Promise<void> {
  await insertSecurityEvent(ctx.db, {
    id: ctx.ids.event(),
    ...input,
    sourceIp: ctx.actor.address ?? null,
    traceId: ctx.traceId,
    createdAt: ctx.clock.now(),
  });
}

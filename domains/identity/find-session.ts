import type { Ctx } from '../context.ts';
import { permissionsOf } from './permissions.ts';
import { selectStaffSession, touchSession } from './queries.ts';
import { expiryOf, type SessionLimits, type StaffSession, sessionIdOf } from './session.ts';

const touchEveryMs = 60_000;

/**
 * The open session that a cookie's token belongs to, with the role of this moment; undefined when it ended, expired, or its
 * owner is no longer let in. Using it keeps it alive, up to the longest time.
 */
export async function findSession(
  ctx: Pick<Ctx, 'db' | 'clock'>,
  input: { token: string; limits: SessionLimits },
): Promise<StaffSession | undefined> {
  const now = ctx.clock.now();
  const [row] = await selectStaffSession(ctx.db, { id: sessionIdOf(input.token), now });
  if (!row) return undefined;
  const { id, userId, username, role } = row;
  let { expiresAt } = row;
  if (now.getTime() - row.lastSeenAt.getTime() >= Math.min(touchEveryMs, input.limits.idleMs / 4)) {
    expiresAt = expiryOf(row.createdAt, now, input.limits);
    await touchSession(ctx.db, { id, lastSeenAt: now, expiresAt });
  }
  return { id, userId, username, role, permissions: new Set(permissionsOf(role)), expiresAt };
}

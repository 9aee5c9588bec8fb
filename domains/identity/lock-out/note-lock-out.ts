import { signIn } from '@octo/contracts/crm/auth.ts';
import { transact } from '@octo/platform/database/transact.ts';
import type { Ctx } from '../../context.ts';
import { recordSecurityEvent } from '../../security/index.ts';
import { noticeOf } from './attempt-keys.ts';
import { type Door, windowMs } from './door.ts';
import { insertNotice, renewNotice } from './queries.ts';

/** Leaves one security event for each time a door closes, however many attempts and replicas see it closing. */
export async function noteLockOut(ctx: Ctx, door: Door): Promise<void> {
  await transact(ctx, async (ctx) => {
    if (await claimNotice(ctx, door.key)) {
      await recordSecurityEvent(ctx, {
        attackType: 'password_guessing',
        severity: 'medium',
        endpoint: signIn.path,
        details: `${door.most} attempts for one ${door.subject} within ${windowMs / 60_000} minutes: locked out`,
      });
    }
  });
}

async function claimNotice(ctx: Ctx, key: string): Promise<boolean> {
  const { id, noticeKey } = noticeOf(key);
  const createdAt = ctx.clock.now();
  if (await insertNotice(ctx.db, { id, accountKey: noticeKey, addressKey: noticeKey, createdAt })) return true;
  const outdated = new Date(createdAt.getTime() - windowMs);
  return (await renewNotice(ctx.db, { id, outdated, createdAt })) === 1;
}

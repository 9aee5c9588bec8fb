import { transact } from '@octo/platform/database/transact.ts';
import type { Ctx } from '../context.ts';
import { recordAudit } from '../security/index.ts';
import { lockUsers } from './people/queries.ts';
import { endSession, selectSessionOwner } from './queries.ts';
import { asActor, sessionIdOf } from './session.ts';

/** Ends the session of a token for good. Nothing happens when there is none, or it has ended. */
export async function signOut(ctx: Ctx, input: { token: string }): Promise<void> {
  const id = sessionIdOf(input.token);
  await transact(ctx, async (ctx) => {
    const [owner] = await selectSessionOwner(ctx.db, { id });
    if (!owner) return;
    await lockUsers(ctx.db, { ids: [owner.userId] });
    const hasEnded = (await endSession(ctx.db, { id, endedAt: ctx.clock.now() })) === 1;
    if (!hasEnded) return;
    const actor = asActor(ctx.actor, owner.userId);
    const resource = `users/${owner.userId}`;
    await recordAudit({ ...ctx, actor }, { action: 'users.sign_out', resource, before: null, after: null });
  });
}

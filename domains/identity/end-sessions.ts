import { transact } from '@octo/platform/database/transact.ts';
import type { Ctx } from '../context.ts';
import { recordAudit } from '../security/index.ts';
import { lockPerson } from './people/lock-person.ts';
import { endSessionsOf } from './queries.ts';

/** Ends every open session of a person, on every replica. Returns how many there were. Throws NotFound. */
export async function endSessions(ctx: Ctx, input: { userId: number }): Promise<number> {
  return await transact(ctx, async (ctx) => {
    const { userId } = input;
    await lockPerson(ctx, { userId });
    const ended = await endSessionsOf(ctx.db, { userId, now: ctx.clock.now() });
    if (ended > 0) {
      const change = { before: { open_sessions: ended }, after: { open_sessions: 0 } };
      await recordAudit(ctx, { action: 'users.sign_out_everywhere', resource: `users/${userId}`, ...change });
    }
    return ended;
  });
}

import { transact } from '@octo/platform/database/transact.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../../context.ts';
import { recordAudit } from '../../security/index.ts';
import { endSessions } from '../end-sessions.ts';
import { getPerson } from './get-person.ts';
import { keepAnAdmin } from './keep-an-admin.ts';
import { lockPerson } from './lock-person.ts';
import type { Person } from './person.ts';
import { setActive } from './queries.ts';

/**
 * Lets a person in again, or keeps them out and ends their sessions. Throws NotFound, and Conflict for oneself and for the last
 * administrator.
 */
export async function changeUser(ctx: Ctx, input: { userId: number; isActive: boolean }): Promise<Person> {
  const { userId, isActive } = input;
  if (userId === ctx.actor.userId) throw ownAccount();
  return await transact(ctx, async (ctx) => {
    const before = await lockPerson(ctx, { userId });
    if (!isActive) await keepAnAdmin(ctx, { without: userId });
    if (before.isActive !== isActive) {
      await setActive(ctx.db, { id: userId, isActive });
      const change = { before: { is_active: before.isActive }, after: { is_active: isActive } };
      await recordAudit(ctx, { action: 'users.update', resource: `users/${userId}`, ...change });
    }
    if (!isActive) await endSessions(ctx, { userId });
    return await getPerson(ctx, { userId });
  });
}

function ownAccount(): AppError {
  const message = 'Nobody locks out themselves. Please ask another administrator.';
  return new AppError('Conflict', 'identity.own_account', message);
}

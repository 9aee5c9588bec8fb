import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../../context.ts';
import { countActiveAdmins, lockAdmins } from './queries.ts';

/**
 * Throws Conflict when nobody could administer any more without this person. Whoever takes administrators away waits here for
 * the other, so that two of them cannot remove one another.
 */
export async function keepAnAdmin(ctx: Ctx, input: { without: number }): Promise<void> {
  const admins = await lockAdmins(ctx.db, {});
  if (!admins.some(({ userId }) => userId === input.without)) return;
  const [others] = await countActiveAdmins(ctx.db, { without: input.without });
  if (others?.admins === 0) {
    const message = 'This is the last administrator. Give somebody else the role first.';
    throw new AppError('Conflict', 'identity.last_admin', message);
  }
}

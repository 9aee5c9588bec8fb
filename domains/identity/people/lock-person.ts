import type { Ctx } from '../../context.ts';
import { personNotFound } from './person.ts';
import { lockUsers } from './queries.ts';

/**
 * Holds the account that is about to be changed, and that of whoever changes it, which the audit will name: both in one order
 * for everybody, so that two who change each other wait and never deadlock. Throws NotFound.
 */
export async function lockPerson(ctx: Ctx, input: { userId: number }): Promise<{ id: number; isActive: boolean }> {
  const { userId } = input;
  const rows = await lockUsers(ctx.db, { ids: [userId, ctx.actor.userId ?? userId] });
  const person = rows.find(({ id }) => id === userId);
  if (!person) throw personNotFound();
  return person;
}

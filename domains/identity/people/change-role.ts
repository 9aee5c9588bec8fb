import type { StaffRole } from '@octo/contracts/crm/permissions.ts';
import { transact } from '@octo/platform/database/transact.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../../context.ts';
import { recordAudit } from '../../security/index.ts';
import { getPerson } from './get-person.ts';
import { keepAnAdmin } from './keep-an-admin.ts';
import { lockPerson } from './lock-person.ts';
import type { Person } from './person.ts';
import { deleteRole, insertRole, selectRole, updateRole } from './queries.ts';

/**
 * Gives a person another role, or none. Throws NotFound, and Conflict for one's own role and when nobody would be left to
 * administer.
 */
export async function changeRole(ctx: Ctx, input: { userId: number; role: StaffRole | null }): Promise<Person> {
  const { userId, role } = input;
  if (userId === ctx.actor.userId) throw ownRole();
  return await transact(ctx, async (ctx) => {
    await lockPerson(ctx, { userId });
    if (role !== 'admin') await keepAnAdmin(ctx, { without: userId });
    const [before] = await selectRole(ctx.db, { userId });
    if (before?.role !== (role ?? undefined)) {
      await writeRole(ctx, { userId, role, isFirst: !before });
      const change = { before: { role: before?.role ?? null }, after: { role } };
      await recordAudit(ctx, { action: 'users.change_role', resource: `users/${userId}`, ...change });
    }
    return await getPerson(ctx, { userId });
  });
}

async function writeRole(
  ctx: Ctx,
  { userId, role, isFirst }: { userId: number; role: StaffRole | null; isFirst: boolean },
): Promise<void> {
  if (role === null) {
    await deleteRole(ctx.db, { userId });
    return;
  }
  const granted = { userId, role, grantedBy: ctx.actor.id, grantedAt: ctx.clock.now() };
  await (isFirst ? insertRole : updateRole)(ctx.db, granted);
}

function ownRole(): AppError {
  return new AppError(
    'Conflict',
    'identity.own_role',
    'Nobody changes their own role. Please ask another administrator.',
  );
}

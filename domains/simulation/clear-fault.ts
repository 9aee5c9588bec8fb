import { transact } from '@octo/platform/database/transact.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../context.ts';
import { recordAudit } from '../security/index.ts';
import { deleteFault, lockFault } from './queries.ts';

/** Ends a fault: its target lets go within a second or two. Throws NotFound when it is not applied. */
export async function clearFault(ctx: Ctx, { faultId }: { faultId: string }): Promise<void> {
  await transact(ctx, async (ctx) => {
    const [applied] = await lockFault(ctx.db, { id: faultId, now: ctx.clock.now() });
    if (!applied) throw new AppError('NotFound', 'simulation.not_applied', 'This fault is not applied.');
    await deleteFault(ctx.db, { id: faultId });
    await recordAudit(ctx, {
      action: 'simulation.clear',
      resource: `faults/${faultId}`,
      before: { target: applied.target, expires_at: applied.expiresAt.toISOString() },
      after: null,
    });
  });
}

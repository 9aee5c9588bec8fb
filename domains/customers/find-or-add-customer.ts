import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../context.ts';
import { insertCustomer, selectCustomerIdByEmail } from './queries.ts';

/** The id of the customer with this e-mail, added when new. An existing customer is never changed by what a guest types. */
export async function findOrAddCustomer(ctx: Ctx, input: { name: string; email: string }): Promise<number> {
  const [known] = await selectCustomerIdByEmail(ctx.db, { email: input.email });
  if (known) return known.id;
  const now = ctx.clock.now();
  const id = await ctx.ids.next();
  if (await insertCustomer(ctx.db, { id, name: input.name, email: input.email, createdAt: now, updatedAt: now }))
    return id;
  const [added] = await selectCustomerIdByEmail(ctx.db, { email: input.email });
  if (!added)
    throw new AppError('Unavailable', 'customers.busy', 'Your details could not be stored just now. Please try again.');
  return added.id;
}

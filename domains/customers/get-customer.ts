import type { Ctx } from '../context.ts';
import { type Customer, customerNotFound, toCustomer } from './customer.ts';
import { selectCustomer } from './queries.ts';

/** A customer by id. Throws NotFound. */
export async function getCustomer(ctx: Pick<Ctx, 'db'>, input: { customerId: number }): Promise<Customer> {
  const [row] = await selectCustomer(ctx.db, { id: input.customerId });
  if (!row) throw customerNotFound();
  return toCustomer(row);
}

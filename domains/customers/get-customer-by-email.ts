import type { Ctx } from '../context.ts';
import { type Customer, customerNotFound, toCustomer } from './customer.ts';
import { selectCustomerByEmail } from './queries.ts';

/** A customer by e-mail, in any case. Throws NotFound. */
export async function getCustomerByEmail(ctx: Pick<Ctx, 'db'>, input: { email: string }): Promise<Customer> {
  const [row] = await selectCustomerByEmail(ctx.db, input);
  if (!row) throw customerNotFound();
  return toCustomer(row);
}

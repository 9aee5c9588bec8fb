import { decodeCursor, encodeCursor } from '@octo/platform/paging/cursor.ts';
import type { Ctx } from '../context.ts';
import { type Customer, toCustomer } from './customer.ts';
import { type CustomerSort, customerSorts, positionOf } from './customer-sorts.ts';
import { selectCustomers } from './queries.ts';

export interface ListCustomersInput {
  /** Looked for in name, e-mail and company. */
  search?: string | undefined;
  sort?: CustomerSort | undefined;
  after?: string | undefined;
  offset?: number | undefined;
  limit?: number | undefined;
}

/** A page of customers, by name unless sorted otherwise; `next` is there when more follow. */
export async function listCustomers(
  ctx: Pick<Ctx, 'db'>,
  input: ListCustomersInput,
): Promise<{ customers: Customer[]; next?: string }> {
  const { sort = 'name', limit = 50, offset = 0 } = input;
  const list = `customers.${sort}`;
  const after = input.after === undefined ? undefined : decodeCursor(list, input.after, customerSorts[sort].kind);
  const search = input.search?.trim() || undefined;
  const rows = await selectCustomers(ctx.db, { search, sort, after, offset, limit: limit + 1 });
  const customers = rows.slice(0, limit).map(toCustomer);
  const last = customers.at(-1);
  return rows.length > limit && last ? { customers, next: encodeCursor(list, positionOf(last, sort)) } : { customers };
}

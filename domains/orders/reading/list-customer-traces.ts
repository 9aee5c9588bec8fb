import type { Ctx } from '../../context.ts';
import { selectCustomerTraces } from './queries.ts';

/** In which trace an order was placed. */
export interface OrderTrace {
  id: number;
  orderNumber: string;
  traceId: string | null;
  createdAt: Date;
}

/** Where the newest twenty orders of a customer were placed, the newest first. */
export async function listCustomerTraces(
  ctx: Pick<Ctx, 'db'>,
  input: { customerId: number },
): Promise<readonly OrderTrace[]> {
  return await selectCustomerTraces(ctx.db, input);
}

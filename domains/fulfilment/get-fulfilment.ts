import type { Ctx } from '../context.ts';
import { findInvoice, type Invoice } from '../invoices/index.ts';
import { type Acceptance, toAcceptance } from './acceptance.ts';
import { type Fulfilment, toFulfilment } from './fulfilment.ts';
import { selectAcceptance, selectFulfilment } from './queries.ts';

export interface OrderFulfilment {
  acceptance: Acceptance | null;
  fulfilment: Fulfilment | null;
  invoice: Invoice | null;
}

/** What became of an order after it was placed; each part is null until it is there. */
export async function getFulfilment(ctx: Ctx, input: { orderId: number }): Promise<OrderFulfilment> {
  const [acceptance] = await selectAcceptance(ctx.db, input);
  const [fulfilment] = await selectFulfilment(ctx.db, input);
  const invoice = await findInvoice(ctx, input);
  return {
    acceptance: acceptance ? toAcceptance(acceptance) : null,
    fulfilment: fulfilment ? toFulfilment(fulfilment) : null,
    invoice: invoice ?? null,
  };
}

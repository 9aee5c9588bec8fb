import type { deliveryStates } from '@octo/contracts/crm/sync.ts';
import { decodeEventCursor, encodeCursor } from '@octo/platform/paging/cursor.ts';
import type { Ctx } from '../../context.ts';
import { type Delivery, toDelivery } from './delivery.ts';
import { selectDeliveries } from './queries.ts';

export interface ListDeliveriesInput {
  /** `waiting` are all that are still to be delivered, those that failed before included. */
  state?: (typeof deliveryStates)[number] | undefined;
  limit?: number | undefined;
  after?: string | undefined;
}

/** A page of the messages between the services, newest first; `next` is there when more follow. */
export async function listDeliveries(
  ctx: Ctx,
  input: ListDeliveriesInput,
): Promise<{ deliveries: Delivery[]; next?: string }> {
  const { state, limit = 50 } = input;
  const list = `deliveries.${state ?? 'all'}`;
  const after = input.after === undefined ? undefined : decodeEventCursor(list, input.after, 'instant');
  const rows = await selectDeliveries(ctx.db, { state, after, limit: limit + 1 });
  const deliveries = rows.slice(0, limit).map(toDelivery);
  const last = deliveries.at(-1);
  return rows.length > limit && last
    ? { deliveries, next: encodeCursor(list, { value: last.createdAt, id: last.eventId }) }
    : { deliveries };
}

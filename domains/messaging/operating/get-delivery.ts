import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../../context.ts';
import { type Delivery, type DeliveryKey, toDelivery } from './delivery.ts';
import { selectDelivery } from './queries.ts';

/** How far one message is on its way to one consumer. Throws NotFound. */
export async function getDelivery(ctx: Ctx, input: DeliveryKey): Promise<Delivery> {
  const [row] = await selectDelivery(ctx.db, input);
  if (!row) throw new AppError('NotFound', 'messaging.delivery_not_found', 'There is no such message.');
  return toDelivery(row);
}

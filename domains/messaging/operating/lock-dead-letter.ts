import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../../context.ts';
import type { Delivery, DeliveryKey } from './delivery.ts';
import { getDelivery } from './get-delivery.ts';
import { lockDelivery } from './queries.ts';

/** Holds a dead letter for the rest of the transaction. Throws NotFound, and Conflict for a delivery that is not dead. */
export async function lockDeadLetter(ctx: Ctx, input: DeliveryKey): Promise<{ delivery: Delivery; deadAt: Date }> {
  const [locked] = await lockDelivery(ctx.db, input);
  const delivery = await getDelivery(ctx, input);
  if (locked?.deadAt && delivery.state === 'dead') return { delivery, deadAt: locked.deadAt };
  const message = 'This message is not dead: it is on its way, delivered, or laid aside already.';
  throw new AppError('Conflict', 'messaging.not_dead', message, { extensions: { state: delivery.state } });
}

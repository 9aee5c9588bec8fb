import { decimalFromCents } from '@octo/platform/money/cents.ts';
import type { Ctx } from '../../context.ts';
import type { ChargeRequest, ChargeResult, FoundCharge, PaymentRail } from '../payment-rail.ts';
import { insertCharge, selectCharge } from './queries.ts';

/**
 * A card processor played by a table: it decides by the token, commits on the connection it is given before it answers,
 * and keeps what it decided.
 */
export function simulatedRail(ports: Pick<Ctx, 'db' | 'clock' | 'ids'>): PaymentRail {
  return {
    provider: 'simulated',
    charge: async (request) => {
      if (request.token === 'tok_processor_down') return { status: 'processor_down' };
      await keep(ports, request, request.token === 'tok_accepted' ? 'charged' : 'declined');
      return asResult(await found(ports, request.orderId));
    },
    find: (orderId) => found(ports, orderId),
    void: async (request) => {
      await keep(ports, request, 'voided');
      return (await found(ports, request.orderId)) ?? { status: 'voided' };
    },
  };
}

/** An entry that the order has already stays. */
async function keep(
  ports: Pick<Ctx, 'db' | 'clock' | 'ids'>,
  request: Omit<ChargeRequest, 'token'>,
  status: 'charged' | 'declined' | 'voided',
): Promise<void> {
  const now = ports.clock.now();
  const amount = decimalFromCents(request.amountCents);
  const reference = status === 'charged' ? `sim_${ports.ids.event()}` : null;
  await insertCharge(ports.db, {
    orderId: request.orderId,
    status,
    amount,
    currency: request.currency,
    reference,
    createdAt: now,
    updatedAt: now,
  });
}

async function found(ports: Pick<Ctx, 'db'>, orderId: number): Promise<FoundCharge | undefined> {
  const [charge] = await selectCharge(ports.db, { orderId });
  if (!charge) return undefined;
  if (charge.status === 'charged') return { status: 'charged', reference: charge.reference ?? '' };
  return charge.status === 'declined' ? { status: 'declined', declineCode: 'card_declined' } : { status: 'voided' };
}

/** A charge that was voided before it arrived is refused: nothing is charged. */
function asResult(charge: FoundCharge | undefined): ChargeResult {
  return charge === undefined || charge.status === 'voided' ? { status: 'processor_down' } : charge;
}

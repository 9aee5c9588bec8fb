import { decimalFromCents } from '@octo/platform/money/cents.ts';
import type { Ctx } from '../../context.ts';
import type { ChargeRequest, ChargeResult, FoundCharge, PaymentRail } from '../payment-rail.ts';
import { insertCharge, markRefunded, selectCharge } from './queries.ts';

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
    refund: (request) => refund(ports, request),
  };
}

/** An entry that the order has already stays. */
async function keep(
  ports: Pick<Ctx, 'db' | 'clock' | 'ids'>,
  request: Omit<ChargeRequest, 'token'>,
  status: 'charged' | 'declined' | 'voided' | 'refunded',
): Promise<void> {
  const now = ports.clock.now();
  const amount = decimalFromCents(request.amountCents);
  const isMoney = status === 'charged' || status === 'refunded';
  const reference = isMoney ? newReference(ports) : null;
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

/** What came by transfer was never charged here: it goes back all the same, and is kept as an entry of its own. */
async function refund(ports: Pick<Ctx, 'db' | 'clock' | 'ids'>, request: Omit<ChargeRequest, 'token'>): Promise<void> {
  const { orderId } = request;
  const entry = { orderId, reference: newReference(ports), updatedAt: ports.clock.now() };
  if ((await markRefunded(ports.db, entry)) === 1) return;
  await keep(ports, request, 'refunded');
  const [kept] = await selectCharge(ports.db, { orderId });
  if (kept?.status !== 'refunded') throw new Error(`nothing was taken for order ${orderId}`);
}

function newReference(ports: Pick<Ctx, 'ids'>): string {
  return `sim_${ports.ids.event()}`;
}

async function found(ports: Pick<Ctx, 'db'>, orderId: number): Promise<FoundCharge | undefined> {
  const [charge] = await selectCharge(ports.db, { orderId });
  if (!charge) return undefined;
  if (charge.status === 'charged') return { status: 'charged', reference: charge.reference ?? '' };
  return charge.status === 'declined' ? { status: 'declined', declineCode: 'card_declined' } : { status: 'voided' };
}

/** A charge that was voided before it arrived, or given back since, is refused: nothing is charged. */
function asResult(charge: FoundCharge | undefined): ChargeResult {
  return charge === undefined || charge.status === 'voided' ? { status: 'processor_down' } : charge;
}

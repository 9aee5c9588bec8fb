import type { PaymentRail } from '@octo/domains/payments';

/** Breaks like a process that dies while the rail is asked for a certain card; whoever asks later hears that it was charged. */
export const breakingRail: PaymentRail = {
  provider: 'fake',
  charge: async ({ orderId, token }) => {
    if (token === 'tok_processor_down') throw new Error('cut off');
    return token === 'tok_declined'
      ? { status: 'declined', declineCode: 'card_declined' }
      : { status: 'charged', reference: `fake-${orderId}` };
  },
  find: async (orderId) => ({ status: 'charged', reference: `fake-${orderId}` }),
  void: async () => ({ status: 'voided' }),
  refund: async () => undefined,
};

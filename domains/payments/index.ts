// Payments: what is owed for an order, and the rail that takes the money. The rail is called outside any transaction.
import { businessAttributes as names } from '@octo/contracts/telemetry/business.ts';
import { traced } from '@octo/platform/telemetry/traced.ts';
import { bookRefund as book } from './book-refund.ts';
import { chargeOrder as charge } from './charge-order.ts';
import { openPayment as open } from './open-payment.ts';
import { refundCharge as refund } from './refund-charge.ts';
import { settleCharge as settleWithRail } from './settle-charge.ts';
import { settlePayment as settle } from './settle-payment.ts';

export type { RailPort } from './ask-rail.ts';
export type { ChargeResult, FoundCharge, PaymentRail } from './payment-rail.ts';
export { mayPaymentBecome, type PaymentStatus } from './payment-states.ts';
export { simulatedRail } from './simulated-rail/simulated-rail.ts';

export const { bookRefund, chargeOrder, openPayment, refundCharge, settleCharge, settlePayment } = traced(
  'payments',
  {
    bookRefund: book,
    chargeOrder: charge,
    openPayment: open,
    refundCharge: refund,
    settleCharge: settleWithRail,
    settlePayment: settle,
  },
  {
    chargeOrder: (result) => ({ [names.paymentResult]: result.status }),
    settleCharge: (found) => ({ [names.paymentResult]: found.status }),
  },
);

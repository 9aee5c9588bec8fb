// Messaging: how one service tells another, at least once on the way and exactly once in effect. A message is left in the
// outbox by the transaction it tells of, carried by a dispatcher, and taken in together with what it does. Operators look
// after those that did not get through.
import { businessAttributes as names } from '@octo/contracts/telemetry/business.ts';
import { traced } from '@octo/platform/telemetry/traced.ts';
import { messagesSettled } from '../metrics.ts';
import { announceCatalogueChange as announceCatalogue } from './announce-catalogue-change.ts';
import { countDeadLetters as countDead } from './operating/count-dead-letters.ts';
import { describeQueues as queues } from './operating/describe-queues.ts';
import { discardDelivery as discard } from './operating/discard-delivery.ts';
import { getDelivery as get } from './operating/get-delivery.ts';
import { getDeliveryRecord as record } from './operating/get-delivery-record.ts';
import { listDeliveries as list } from './operating/list-deliveries.ts';
import { listOrderDeliveries as ofOrder } from './operating/list-order-deliveries.ts';
import { listOrderReceipts as receipts } from './operating/list-order-receipts.ts';
import { retryDelivery as retry } from './operating/retry-delivery.ts';
import { sendMessage as send } from './send-message.ts';
import { settleDelivery as settle } from './settle-delivery.ts';
import { wasReceived as received } from './was-received.ts';

// Polled by dispatchers; finding nothing leaves no span.
export { adoptOrphans } from './adopt-orphans.ts';
export { type ClaimedDelivery, claimDeliveries } from './claim-deliveries.ts';
export type { Delivery } from './operating/delivery.ts';
export type { Queue } from './operating/describe-queues.ts';
export type { DeliveryRecord } from './operating/get-delivery-record.ts';
export type { Receipt } from './operating/list-order-receipts.ts';
// What it applies keeps the types of its caller, which a wrapper would lose.
export { receiveMessage } from './receive-message.ts';
export { unknownType } from './unknown-type.ts';

export const { announceCatalogueChange, sendMessage, settleDelivery, wasReceived } = traced(
  'messaging',
  {
    announceCatalogueChange: announceCatalogue,
    sendMessage: send,
    settleDelivery: settle,
    wasReceived: received,
  },
  { settleDelivery: (fate) => ({ [names.deliveryState]: fate.state }) },
  {
    settleDelivery: {
      done: ({ state }, _ctx, { delivery }) => [
        [messagesSettled, 1, { [names.consumer]: delivery.consumer, [names.deliveryState]: state }],
      ],
    },
  },
);

export const {
  countDeadLetters,
  describeQueues,
  discardDelivery,
  getDelivery,
  getDeliveryRecord,
  listDeliveries,
  listOrderDeliveries,
  listOrderReceipts,
  retryDelivery,
} = traced('messaging', {
  countDeadLetters: countDead,
  describeQueues: queues,
  discardDelivery: discard,
  getDelivery: get,
  getDeliveryRecord: record,
  listDeliveries: list,
  listOrderDeliveries: ofOrder,
  listOrderReceipts: receipts,
  retryDelivery: retry,
});

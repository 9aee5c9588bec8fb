import { businessAttributes } from '@octo/contracts/telemetry/business.ts';
import { checkoutsDeclined, messagesSettled, ordersFailed, ordersPlaced } from '@octo/domains/metrics';
import type { Monitored } from '@octo/platform/telemetry/oci/monitoring/monitored.ts';

/**
 * What the shop tells OCI Monitoring of its business. The products that run out are not among it, as the stock of all products
 * would have to be added up each minute, nor are sessions of visitors: the shop keeps none that could end.
 */
export const monitored: readonly Monitored[] = [
  { name: 'app.checkout.count', unit: 'count', as: 'count', of: [ordersPlaced, ordersFailed, checkoutsDeclined] },
  { name: 'app.orders.count', unit: 'count', as: 'count', of: [ordersPlaced] },
  {
    name: 'app.crm.sync_age_s',
    unit: 's',
    as: 'failingFor',
    of: messagesSettled,
    attribute: businessAttributes.deliveryState,
    success: 'delivered',
  },
];

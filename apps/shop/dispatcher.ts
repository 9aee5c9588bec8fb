import { receiveEvent, workflowOfEvent } from '@octo/contracts/integrations.ts';
import { adoptOrphans, type ClaimedDelivery, claimDeliveries, settleDelivery } from '@octo/domains/messaging';
import { startDispatcher } from '@octo/platform/outbox/dispatcher.ts';
import type { Shop } from './context.ts';
import { createCrmClient } from './crm-client.ts';

/** Delivers what the shop has to tell the CRM; undefined while nobody said where the CRM is: then it waits. */
export function startCrmDispatcher(shop: Shop): AsyncDisposable | undefined {
  const client = createCrmClient(shop.config);
  if (!client) {
    shop.logger.info('SERVICE_CRM_URL is not set: messages to the CRM wait until it is');
    return undefined;
  }
  shop.circuits.set('CRM, messages', client.circuit);
  return startDispatcher<ClaimedDelivery>({
    consumer: 'crm',
    bell: shop.outboxBell,
    logger: shop.logger,
    circuit: client.circuit,
    workflowOf: workflowOfEvent,
    claim: (limit) => claimDeliveries(shop.dispatcherContext(), { consumer: 'crm', limit }),
    send: (delivery) => client.call(receiveEvent, { body: delivery.event }),
    settle: (delivery, outcome, trace) => settleDelivery(shop.dispatcherContext(trace), { delivery, outcome }),
    adopt: (withinMs) => adoptOrphans(shop.dispatcherContext(), { producer: 'shop', withinMs }),
  });
}

import { internalKeyHeader, receiveEvent, workflowOfEvent } from '@octo/contracts/integrations.ts';
import { adoptOrphans, type ClaimedDelivery, claimDeliveries, settleDelivery } from '@octo/domains/messaging';
import { createClient } from '@octo/platform/http/client.ts';
import { startDispatcher } from '@octo/platform/outbox/dispatcher.ts';
import type { Crm } from './context.ts';

const timeoutMs = 5000;

/** Delivers what the CRM has to tell the shop; undefined while nobody said where the shop is: then it waits. */
export function startShopDispatcher(crm: Crm): AsyncDisposable | undefined {
  const { shopUrl, internalKeys } = crm.config;
  if (shopUrl === undefined) {
    crm.logger.info('SERVICE_SHOP_URL is not set: messages to the shop wait until it is');
    return undefined;
  }
  const client = createClient({ baseUrl: shopUrl, headers: { [internalKeyHeader]: internalKeys[0] }, timeoutMs });
  crm.circuits.set('shop, messages', client.circuit);
  return startDispatcher<ClaimedDelivery>({
    consumer: 'shop',
    logger: crm.logger,
    circuit: client.circuit,
    workflowOf: workflowOfEvent,
    claim: (limit) => claimDeliveries(crm.serviceContext('dispatcher'), { consumer: 'shop', limit }),
    send: (delivery) => client.call(receiveEvent, { body: delivery.event }),
    settle: (delivery, outcome, trace) =>
      settleDelivery(crm.serviceContext('dispatcher', trace), { delivery, outcome }),
    adopt: (withinMs) => adoptOrphans(crm.serviceContext('dispatcher'), { producer: 'crm', withinMs }),
  });
}

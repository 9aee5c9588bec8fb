import { businessAttributes, businessMetrics } from '@octo/contracts/telemetry/business.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { eventNames } from '@octo/platform/telemetry/names/events.ts';
import type { Fault } from '../fault.ts';

export const deadCrm: Fault = {
  id: 'dead-crm',
  title: 'The CRM does not answer the shop',
  description:
    'The CRM cuts off what the shop delivers to it, as one that is down would. Buyers notice nothing: orders wait in the outbox, and arrive when it is over.',
  target: 'crm',
  effect: { kind: 'drop-deliveries', method: 'POST', route: '/api/integrations/events' },
  contract: {
    expect: [
      {
        kind: 'log',
        service: 'crm',
        event: eventNames.faultApplied,
        attribute: { name: attributeNames.faultId, value: 'dead-crm' },
      },
      {
        kind: 'metric',
        metric: businessMetrics.messagesSettled,
        attribute: { name: businessAttributes.deliveryState, value: 'waiting' },
        above: 0,
      },
      { kind: 'span', service: 'shop', attribute: { name: businessAttributes.deliveryState, value: 'waiting' } },
      { kind: 'alarm', id: 'messages.undelivered' },
      { kind: 'alarm', id: 'crm-sync-availability.fast' },
      { kind: 'slo', id: 'crm-sync-availability', state: 'burning' },
    ],
    never: [
      { kind: 'alarm', id: 'shop-checkout-availability.fast' },
      { kind: 'alarm', id: 'messages.dead' },
    ],
    clears: [
      { kind: 'alarm', id: 'messages.undelivered' },
      { kind: 'alarm', id: 'crm-sync-availability.fast' },
      { kind: 'slo', id: 'crm-sync-availability', state: 'burning' },
    ],
  },
};

import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { eventNames } from '@octo/platform/telemetry/names/events.ts';
import type { Fault } from '../fault.ts';

export const lockStorm: Fault = {
  id: 'lock-storm',
  title: 'Stock is locked',
  description:
    'A transaction of the CRM locks the stock of the products that sell most, for seconds, again and again. Checkouts of those products wait for it.',
  target: 'crm',
  effect: { kind: 'lock-storm', products: 10, holdMs: 4000, pauseMs: 500 },
  contract: {
    expect: [
      {
        kind: 'log',
        service: 'crm',
        event: eventNames.faultApplied,
        attribute: { name: attributeNames.faultId, value: 'lock-storm' },
      },
      { kind: 'span', service: 'crm', attribute: { name: attributeNames.faultId, value: 'lock-storm' } },
      { kind: 'blocking', waiting: 'shop', holding: 'crm' },
      { kind: 'alarm', id: 'database.locks' },
      { kind: 'alarm', id: 'shop-checkout-latency.fast' },
      { kind: 'slo', id: 'shop-checkout-latency', state: 'burning' },
    ],
    never: [{ kind: 'alarm', id: 'shop-checkout-availability.fast' }],
    clears: [
      { kind: 'alarm', id: 'database.locks' },
      { kind: 'alarm', id: 'shop-checkout-latency.fast' },
      { kind: 'slo', id: 'shop-checkout-latency', state: 'burning' },
    ],
  },
};

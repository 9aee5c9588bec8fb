import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { eventNames } from '@octo/platform/telemetry/names/events.ts';
import type { Fault } from '../fault.ts';

export const errorBurst: Fault = {
  id: 'error-burst',
  title: 'Product pages fail',
  description: 'Three in ten requests for the page of a product are answered with 500. All else goes on as before.',
  target: 'shop',
  effect: { kind: 'error-burst', method: 'GET', route: '/products/:id', share: 0.3 },
  contract: {
    expect: [
      {
        kind: 'log',
        service: 'shop',
        event: eventNames.faultApplied,
        attribute: { name: attributeNames.faultId, value: 'error-burst' },
      },
      {
        kind: 'span',
        service: 'shop',
        attribute: { name: attributeNames.faultId, value: 'error-burst' },
        status: 'error',
      },
      { kind: 'alarm', id: 'shop-browse-availability.fast' },
      { kind: 'slo', id: 'shop-browse-availability', state: 'burning' },
    ],
    never: [{ kind: 'alarm', id: 'shop-checkout-availability.fast' }],
    clears: [
      { kind: 'alarm', id: 'shop-browse-availability.fast' },
      { kind: 'slo', id: 'shop-browse-availability', state: 'burning' },
    ],
  },
};

import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { eventNames } from '@octo/platform/telemetry/names/events.ts';
import type { Fault } from '../fault.ts';

/** Twice what makes a statement a long one, and more: whoever looks once a second never misses it. */
const delayMs = 2200;

export const slowStatement: Fault = {
  id: 'slow-statement',
  title: 'A statement of the cart is slow',
  description:
    'What looks into a cart before something is added waits in the database first. Buyers wait after “Add to cart”; nothing fails.',
  target: 'shop',
  effect: { kind: 'slow-statement', statement: 'cart.selectLineQuantities', delayMs },
  contract: {
    expect: [
      {
        kind: 'log',
        service: 'shop',
        event: eventNames.faultApplied,
        attribute: { name: attributeNames.faultId, value: 'slow-statement' },
      },
      {
        kind: 'span',
        service: 'shop',
        attribute: { name: attributeNames.faultId, value: 'slow-statement' },
        minDurationMs: delayMs,
      },
      { kind: 'log', service: 'shop', event: eventNames.statementRunning },
      { kind: 'alarm', id: 'shop-cart-latency.fast' },
      { kind: 'slo', id: 'shop-cart-latency', state: 'burning' },
    ],
    never: [{ kind: 'alarm', id: 'shop-cart-availability.fast' }],
    clears: [
      { kind: 'alarm', id: 'shop-cart-latency.fast' },
      { kind: 'slo', id: 'shop-cart-latency', state: 'burning' },
    ],
  },
};

import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { eventNames } from '@octo/platform/telemetry/names/events.ts';
import { connectionTimeouts } from '@octo/platform/telemetry/names/metrics/database.ts';
import type { Fault } from '../fault.ts';

export const poolExhaustion: Fault = {
  id: 'pool-exhaustion',
  title: 'The shop has no session left',
  description:
    'All database sessions that the shop has for requests are lent and not given back. Requests wait for one in vain and are answered with 503.',
  target: 'shop',
  effect: { kind: 'hold-sessions', spare: 0 },
  contract: {
    expect: [
      {
        kind: 'log',
        service: 'shop',
        event: eventNames.faultApplied,
        attribute: { name: attributeNames.faultId, value: 'pool-exhaustion' },
      },
      { kind: 'metric', metric: connectionTimeouts.name, above: 0 },
      { kind: 'alarm', id: 'database.pool_timeouts' },
      { kind: 'alarm', id: 'shop-cart-availability.fast' },
      { kind: 'slo', id: 'shop-cart-availability', state: 'burning' },
    ],
    never: [{ kind: 'alarm', id: 'silent.octo-drone-shop' }],
    clears: [
      { kind: 'alarm', id: 'database.pool_timeouts' },
      { kind: 'alarm', id: 'shop-cart-availability.fast' },
      { kind: 'slo', id: 'shop-cart-availability', state: 'burning' },
    ],
  },
};

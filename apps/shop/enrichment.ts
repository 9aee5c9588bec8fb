import { businessAttributes as names } from '@octo/contracts/telemetry/business.ts';
import { inStoredTrace, type Origin, recordFailure } from '@octo/platform/telemetry/in-span.ts';
import type { Logger } from '@octo/platform/telemetry/logger.ts';
import type { CustomerProfiles } from './customer-profiles.ts';

export interface PlacedOrder {
  orderId: number;
  customerId: number;
  /** Where it was placed (W3C traceparent). */
  traceparent: string | null;
  /** The request that it was placed by. */
  requestId?: string;
}

/** Notes who orders, after the buyer has their answer. */
export interface OrderEnricher extends Disposable {
  /** Takes an order as far as there is room. Neither waits nor fails, for a buyer does the one and must not see the other. */
  offer(order: PlacedOrder): void;
}

const mostUnderWay = 4;
const mostWaiting = 100;
/** Of whom the CRM could not be asked. */
const unknown = 'unknown';
const work = 'enrich order';

export function createOrderEnricher(profiles: CustomerProfiles, logger: Logger): OrderEnricher {
  const waiting: PlacedOrder[] = [];
  let underWay = 0;

  function note(order: PlacedOrder, segment: string): void {
    logger.info({ order_id: order.orderId, customer_segment: segment }, 'order placed');
  }

  function enrich(order: PlacedOrder): Promise<void> {
    return inStoredTrace(work, originOf(order), async (span) => {
      span.setAttribute(names.orderId, order.orderId);
      try {
        const { segment, industry } = await profiles.get(order.customerId);
        span.setAttributes({ [names.customerSegment]: segment, [names.customerIndustry]: industry ?? unknown });
        note(order, segment);
      } catch (error) {
        recordFailure(span, error);
        note(order, unknown);
      }
    });
  }

  function begin(): void {
    while (underWay < mostUnderWay) {
      const order = waiting.shift();
      if (!order) return;
      underWay += 1;
      void enrich(order).finally(() => {
        underWay -= 1;
        begin();
      });
    }
  }

  return {
    offer: (order) => {
      if (waiting.length >= mostWaiting || profiles.isAway()) return note(order, unknown);
      waiting.push(order);
      setImmediate(begin);
    },
    [Symbol.dispose]: () => {
      for (const order of waiting.splice(0))
        void inStoredTrace(work, originOf(order), async () => note(order, unknown));
    },
  };
}

function originOf({ traceparent, requestId }: PlacedOrder): Origin {
  return { traceparent, requestId, workflowId: 'checkout' };
}

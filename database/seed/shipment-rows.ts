import { decimalFromCents } from '@octo/platform/money/cents.ts';
import type { ShipmentsStatus } from '../tables.ts';
import { warehouseSeeds } from './data/places.ts';
import type { PastOrder } from './order-history.ts';
import { lastChange } from './order-rows.ts';
import { whenDone } from './order-timeline.ts';
import type { Random } from './random.ts';
import type { Row } from './seed-rows.ts';
import { dayMs, hourMs, plus } from './time.ts';

const carriers = [
  { carrier: 'dhl', prefix: 'DHL' },
  { carrier: 'fedex', prefix: 'FDX' },
  { carrier: 'ups', prefix: 'UPS' },
];
const regions = ['eu-central-1', 'eu-west-1', 'eu-north-1', 'us-east-1', 'us-west-2'];
const hoursUntilMoving = 6;

/** One parcel for every order that has been packed. Its cost is what the carrier charges the shop. */
export function shipmentRows(now: Date, history: readonly PastOrder[], random: Random): Row<'shipments'>[] {
  return history
    .flatMap((order) => {
      const packedAt = whenDone(order.steps, 'fulfilment.packed');
      return packedAt ? { order, packedAt } : [];
    })
    .map(({ order, packedAt }, index) => {
      const { carrier, prefix } = random.pick(carriers);
      const warehouseId = order.lines[0]?.warehouseId ?? 1;
      const weightKg = random.between(1.2, 12.5);
      return {
        id: index + 1,
        orderId: order.id,
        warehouseId,
        trackingNumber: `${prefix}-OCTO-${String(index + 1).padStart(3, '0')}`,
        carrier,
        status: shipmentStatus(now, order),
        originRegion: warehouseSeeds[warehouseId - 1]?.region ?? null,
        destinationRegion: random.pick(regions),
        weightKg: weightKg.toFixed(3),
        shippingCost: decimalFromCents(1999 + Math.round(weightKg * 1000)),
        estimatedDelivery: plus(packedAt, 5 * dayMs),
        shippedAt: whenDone(order.steps, 'order.shipped'),
        actualDelivery: whenDone(order.steps, 'order.delivered'),
        createdAt: packedAt,
        updatedAt: lastChange(order),
      };
    });
}

function shipmentStatus(now: Date, order: PastOrder): ShipmentsStatus {
  if (order.status === 'delivered') return 'delivered';
  const shippedAt = whenDone(order.steps, 'order.shipped');
  if (!shippedAt) return 'processing';
  return plus(shippedAt, hoursUntilMoving * hourMs) < now ? 'in_transit' : 'shipped';
}

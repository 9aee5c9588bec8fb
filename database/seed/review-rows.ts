import { productSeeds } from './data/products.ts';
import { reviewTexts } from './data/reviews.ts';
import type { PastOrder } from './order-history.ts';
import { whenDone } from './order-timeline.ts';
import type { Random } from './random.ts';
import type { Row } from './seed-rows.ts';
import { dayMs, plus } from './time.ts';

const families: Readonly<Record<string, string>> = {
  'Complete Drones': 'aircraft',
  'Industrial Drones': 'aircraft',
  'Racing Drones': 'leisure',
  'Camera Drones': 'leisure',
  Batteries: 'power',
  Accessories: 'accessories',
};

/** Some buyers write about what they received, once for each product. */
export function reviewRows(now: Date, history: readonly PastOrder[], random: Random): Row<'reviews'>[] {
  const written = new Set<string>();
  return history
    .flatMap((order) => order.lines.map((line) => ({ order, productId: line.productId })))
    .flatMap(({ order, productId }) => {
      const delivered = whenDone(order.steps, 'order.delivered');
      const key = `${productId}/${order.customer.row.id}`;
      const createdAt = plus(delivered ?? now, random.between(0.5, 9) * dayMs);
      if (!delivered || createdAt > now || written.has(key) || !random.chance(0.2)) return [];
      written.add(key);
      return { order, productId, createdAt };
    })
    .map(({ order, productId, createdAt }, index) => {
      const family = families[productSeeds[productId - 1]?.category ?? ''] ?? 'parts';
      const texts = reviewTexts[family] ?? [];
      const [rating, text] = random.pickWeighted(texts, ([stars]) => stars ** 2);
      return {
        id: index + 1,
        productId,
        customerId: order.customer.row.id,
        orderId: order.id,
        rating,
        commentText: text,
        authorName: shortName(order.customer.row.name),
        createdAt,
      };
    });
}

function shortName(name: string): string {
  const [first = name, last = ''] = name.split(' ');
  return last ? `${first} ${last.charAt(0)}.` : first;
}

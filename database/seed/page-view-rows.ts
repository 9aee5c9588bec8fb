import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import type { Random } from './random.ts';
import type { Row } from './seed-rows.ts';
import { dayMs, plus } from './time.ts';

const viewCount = 400;
const viewDays = 14;
const pages = ['/', '/', '/shop', '/shop', '/products/1', '/products/7', '/products/20', '/cart', '/checkout'];
const regions = ['eu-central-1', 'eu-west-1', 'eu-north-1', 'us-east-1', 'us-west-2'];

/** Two weeks of visits, from addresses that are reserved for documentation. */
export function pageViewRows(now: Date, random: Random): Row<'pageViews'>[] {
  return Array.from({ length: viewCount }, () => {
    const createdAt = plus(now, -random.next() * viewDays * dayMs);
    return {
      id: uuidV7(createdAt.getTime()),
      page: random.pick(pages),
      visitorIp: `192.0.2.${random.whole(1, 254)}`,
      visitorRegion: random.pick(regions),
      loadTimeMs: random.whole(60, 900),
      createdAt,
    };
  });
}

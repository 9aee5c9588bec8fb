import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import type { Purchase } from './buyer.ts';
import { type CrmProcessOptions, startCrm } from './crm-process.ts';
import { hire } from './operator.ts';
import type { RunningService } from './running-service.ts';
import { type Cart, fillCarts, type Owner, openShopFloor, stockProducts } from './shop-floor.ts';
import { startShop } from './shop-process.ts';
import { deliveriesOf } from './sync-books.ts';
import { until } from './wait.ts';

/** One database with goods and an operator's account in it, for shops and CRMs that talk with each other. */
export interface Corridor extends AsyncDisposable {
  owner: Owner;
  /** Without an address of the CRM its dispatcher is off. */
  openShop(crmUrl: string | undefined, internalKey?: string): Promise<RunningService>;
  openCrm(options?: Partial<CrmProcessOptions>): Promise<RunningService>;
}

/** What buyers of drills buy: some of these. */
export const goods = { firstId: 1, count: 20, stock: 10_000 };
/** A hundred of these are an order that somebody has to look at. */
export const dearGoods = { firstId: 21, count: 1, stock: 100, price: '1999.00' };

export async function openCorridor(): Promise<Corridor> {
  const database = await createTestDatabase();
  const owner = await openShopFloor(database.ownerUrl);
  for (const receipt of [goods, dearGoods]) await stockProducts(owner, receipt);
  await hire(owner);
  const { octo_shop: shopUrl, octo_crm: crmUrl } = database.urls;
  return {
    owner,
    openShop: (peer, internalKey = serviceKey) => {
      const env = { INTERNAL_SERVICE_KEY: internalKey };
      return startShop({ databaseUrl: shopUrl, env: peer === undefined ? env : { ...env, SERVICE_CRM_URL: peer } });
    },
    openCrm: (options = {}) => startCrm({ databaseUrl: crmUrl, ...options }),
    [Symbol.asyncDispose]: async () => {
      await owner.destroy();
      await database.close();
    },
  };
}

/** Lays one product into the cart of each buyer. */
export async function sendBuyers(owner: Owner, buyers: readonly Purchase[]): Promise<void> {
  await fillCarts(owner, buyers.map(cartFor));
}

function cartFor({ sessionId }: Purchase, index: number): Cart {
  return { sessionId, lines: [{ productId: goods.firstId + (index % goods.count), quantity: 1 }] };
}

/** Buyers with a name of their own; every fifth is declined, every seventh pays by transfer. */
export function buyersOf(name: string, count: number): Purchase[] {
  return Array.from({ length: count }, (_, index) => {
    const sessionId = `${name}-drill-buyer-${index}`;
    const buyer = { sessionId, email: `${sessionId}@example.com`, key: 'one-key' };
    if (index % 7 === 3) return { ...buyer, method: 'bank_transfer' };
    return { ...buyer, method: 'credit_card', token: index % 5 === 2 ? 'tok_declined' : 'tok_accepted' };
  });
}

/** Waits until no message waits any more. */
export async function untilAllArrived(owner: Owner): Promise<void> {
  await until('the last message to arrive', async () => (await deliveriesOf(owner)).waiting === 0);
}

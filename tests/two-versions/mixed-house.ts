import type { Tables } from '@octo/database/tables.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { findFreePort } from '@octo/platform/embedded-postgres/free-port.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { crmEnv } from '../../apps/crm/testing/crm-process.ts';
import { shopEnv } from '../../apps/shop/testing/shop-process.ts';
import { ask } from '../drills/parts/buyer.ts';
import { hire, type Operator, signIn } from '../drills/parts/operator.ts';
import type { Release } from './release.ts';
import { serve } from './serve.ts';

/** A shop and a CRM of different releases on one database, which was migrated by this one, and somebody signed in at the CRM. */
export interface MixedHouse extends AsyncDisposable {
  shopUrl: string;
  operator: Operator;
  /** What the services would ask of the shop. */
  askShopAsService(path: string): ReturnType<typeof ask>;
}

export async function openMixedHouse(releases: { shop: Release; crm: Release }): Promise<MixedHouse> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase({ seed: true }));
  const owner = openDatabase<Tables>({ url: database.ownerUrl, applicationName: 'two versions', poolMax: 1 });
  await hire(owner);
  await owner.destroy();
  // Each must know the other's address before either is up.
  const [shopPort, crmPort] = [await findFreePort(), await findFreePort()];
  const shop = serve({
    release: releases.shop,
    app: 'shop',
    port: shopPort,
    env: { ...shopEnv(database.urls.octo_shop), SERVICE_CRM_URL: `http://127.0.0.1:${crmPort}` },
  });
  const crm = serve({
    release: releases.crm,
    app: 'crm',
    port: crmPort,
    env: { ...crmEnv(database.urls.octo_crm), SERVICE_SHOP_URL: `http://127.0.0.1:${shopPort}` },
  });
  const started = await Promise.allSettled([shop, crm]);
  for (const each of started) if (each.status === 'fulfilled') stack.use(each.value);
  const shopUrl = (await shop).url;
  const operator = await signIn((await crm).url);
  const opened = stack.move();
  return {
    shopUrl,
    operator,
    askShopAsService: (path) => ask(`${shopUrl}${path}`, { headers: { 'x-internal-service-key': serviceKey } }),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

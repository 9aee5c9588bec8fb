import type { ServiceUrls } from '@octo/database/prepare.ts';
import { findFreePort } from '@octo/platform/embedded-postgres/free-port.ts';
import { startCrm } from './crm-process.ts';
import { startGateway } from './gateway-process.ts';
import { startShop } from './shop-process.ts';

/** Shop, CRM and workflow gateway as processes of their own, on one database, each told where the others are. */
export interface House extends AsyncDisposable {
  shop: string;
  crm: string;
  gateway: string;
}

export async function openHouse(urls: ServiceUrls): Promise<House> {
  await using stack = new AsyncDisposableStack();
  const shopPort = await findFreePort();
  const gateway = stack.use(await startGateway(urls));
  const peers = { SERVICE_SHOP_URL: `http://127.0.0.1:${shopPort}`, SERVICE_GATEWAY_URL: gateway.url };
  const crm = stack.use(await startCrm({ databaseUrl: urls.octo_crm, env: peers }));
  const shopEnv = { PORT: String(shopPort), PAYMENT_TIMEOUT_MS: '1000', SERVICE_CRM_URL: crm.url };
  const shop = stack.use(await startShop({ databaseUrl: urls.octo_shop, env: shopEnv }));
  const running = stack.move();
  return {
    shop: shop.url,
    crm: crm.url,
    gateway: gateway.url,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

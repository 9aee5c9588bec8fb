import { join } from 'node:path';
import type { Tables } from '@octo/database/tables.ts';
import { createTestDatabase, type TestDatabase } from '@octo/database/testing/test-database.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { findFreePort } from '@octo/platform/embedded-postgres/free-port.ts';
import type { ServiceProcess } from '@octo/platform/testing/service-process.ts';
import type { Kysely } from 'kysely';
import type { Browser } from 'playwright-core';
import { crmEnv, startCrmProcess } from '../../../apps/crm/testing/crm-process.ts';
import { shopEnv, startShopProcess } from '../../../apps/shop/testing/shop-process.ts';
import { gatewayEnv, startGatewayProcess } from '../../../apps/workflow-gateway/testing/gateway-process.ts';
import { ensurePages } from '../../../tools/pages/ensure-pages.ts';
import { launchBrowser } from '../../browser/launch-browser.ts';
import { openVisitor, type Visitor, type VisitorOptions } from '../shop/visitor.ts';

/** Shop and CRM with the way between them, on one seeded database, and a browser; with them the workflow gateway, where that is wished. */
export interface House extends AsyncDisposable {
  /** The database as its owner, to arrange and to look. */
  owner: Kysely<Tables>;
  /** Where both are, as a browser reaches them. */
  urls: { shop: string; crm: string };
  visitShop(options?: VisitorOptions): Promise<Visitor>;
  visitCrm(options?: VisitorOptions): Promise<Visitor>;
  /** Ends the workflow gateway at once. */
  killGateway(): Promise<void>;
}

export interface HouseOptions {
  /** A seeded database of the caller's; without, the house has one of its own. */
  database?: TestDatabase;
  /** Settings of a workflow gateway; without, there is none. */
  gateway?: Record<string, string>;
  /** Further settings of shop and CRM; a port that others are to know beforehand may be among them. */
  shop?: Record<string, string>;
  crm?: Record<string, string>;
}

const root = join(import.meta.dirname, '..', '..', '..');

export async function openHouse(options: HouseOptions = {}): Promise<House> {
  await using stack = new AsyncDisposableStack();
  const database = options.database ?? stack.use(await createTestDatabase({ seed: true }));
  const owner = openDatabase<Tables>({ url: database.ownerUrl, applicationName: 'journeys', poolMax: 2 });
  stack.defer(() => owner.destroy());
  // They must know each other's address before any of them is up.
  const crmPort = options.crm?.PORT ?? String(await findFreePort());
  const gatewayPort = String(await findFreePort());
  const gatewayUrl = options.gateway ? { SERVICE_GATEWAY_URL: `http://127.0.0.1:${gatewayPort}` } : {};
  const shopUrl = runUntilDisposed(
    stack,
    startShopProcess({
      ...shopEnv(database.urls.octo_shop),
      LOG_LEVEL: 'error',
      SERVICE_CRM_URL: `http://127.0.0.1:${crmPort}`,
      ...gatewayUrl,
      ...options.shop,
    }),
  );
  const crmUrl = runUntilDisposed(
    stack,
    startCrmProcess({
      ...crmEnv(database.urls.octo_crm),
      PORT: crmPort,
      LOG_LEVEL: 'error',
      PAGES_DIR: await ensurePages(root, 'crm'),
      SERVICE_SHOP_URL: await shopUrl,
      ...gatewayUrl,
      ...options.crm,
    }),
  );
  const gateway =
    options.gateway &&
    startGatewayProcess({
      ...gatewayEnv(database.urls),
      PORT: gatewayPort,
      LOG_LEVEL: 'error',
      SERVICE_CRM_URL: await crmUrl,
      SERVICE_SHOP_URL: await shopUrl,
      ...options.gateway,
    });
  if (gateway) await runUntilDisposed(stack, gateway);
  const visit = openDoor(stack);
  const urls = { shop: await shopUrl, crm: await crmUrl };
  const opened = stack.move();
  return {
    owner,
    urls,
    visitShop: (options) => visit(urls.shop, options),
    visitCrm: (options) => visit(urls.crm, options),
    killGateway: async () => void (await gateway?.stop('SIGKILL')),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** One browser for all who visit, from the first of them on. */
export function openDoor(stack: AsyncDisposableStack): (url: string, options?: VisitorOptions) => Promise<Visitor> {
  let launched: Promise<Browser> | undefined;
  stack.defer(async () => (await launched)?.close());
  return async (url, options) => {
    launched ??= launchBrowser();
    return await openVisitor(await launched, url, options);
  };
}

/** Its address; what it complains about is shown at its end. */
function runUntilDisposed(stack: AsyncDisposableStack, service: ServiceProcess): Promise<string> {
  stack.defer(async () => {
    const { output } = await service.stop('SIGTERM');
    const complaints = output.split('\n').filter((line) => line !== '' && !line.startsWith('{"severity":"INFO"'));
    if (complaints.length > 0) console.error(complaints.join('\n'));
  });
  return service.url;
}

import type { Tables } from '@octo/database/tables.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { findFreePort } from '@octo/platform/embedded-postgres/free-port.ts';
import { readTestRunConfig } from '@octo/platform/testing/config.ts';
import type { ServiceProcess } from '@octo/platform/testing/service-process.ts';
import type { Kysely } from 'kysely';
import { crmEnv, startCrmProcess } from '../../../apps/crm/testing/crm-process.ts';
import { shopEnv, startShopProcess } from '../../../apps/shop/testing/shop-process.ts';
import { launchBrowser } from '../../browser/launch-browser.ts';
import { openVisitor, type Visitor, type VisitorOptions } from '../shop/visitor.ts';

/** Shop and CRM with the way between them, on one seeded database, and a browser. */
export interface House extends AsyncDisposable {
  /** The database as its owner, to arrange and to look. */
  owner: Kysely<Tables>;
  visitShop(options?: VisitorOptions): Promise<Visitor>;
  visitCrm(options?: VisitorOptions): Promise<Visitor>;
}

export async function openHouse(): Promise<House> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase({ seed: true }));
  const owner = openDatabase<Tables>({ url: database.ownerUrl, applicationName: 'journeys', poolMax: 2 });
  stack.defer(() => owner.destroy());
  const { pagesDir } = readTestRunConfig();
  if (pagesDir === undefined) throw new Error('run this with npm test: it builds the pages of the CRM');
  // The two must know each other's address before either is up.
  const crmPort = String(await findFreePort());
  const shopUrl = runUntilDisposed(
    stack,
    startShopProcess({
      ...shopEnv(database.urls.octo_shop),
      LOG_LEVEL: 'error',
      SERVICE_CRM_URL: `http://127.0.0.1:${crmPort}`,
    }),
  );
  const crmUrl = runUntilDisposed(
    stack,
    startCrmProcess({
      ...crmEnv(database.urls.octo_crm),
      PORT: crmPort,
      LOG_LEVEL: 'error',
      PAGES_DIR: pagesDir,
      SERVICE_SHOP_URL: await shopUrl,
    }),
  );
  const browser = await launchBrowser();
  stack.defer(() => browser.close());
  const urls = { shop: await shopUrl, crm: await crmUrl };
  const opened = stack.move();
  return {
    owner,
    visitShop: (options) => openVisitor(browser, urls.shop, options),
    visitCrm: (options) => openVisitor(browser, urls.crm, options),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Its address; what it logs is shown at its end. */
function runUntilDisposed(stack: AsyncDisposableStack, service: ServiceProcess): Promise<string> {
  stack.defer(async () => {
    const { output } = await service.stop('SIGTERM');
    if (output !== '') console.error(output);
  });
  return service.url;
}

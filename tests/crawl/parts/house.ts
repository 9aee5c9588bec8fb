import { join } from 'node:path';
import type { Tables } from '@octo/database/tables.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { findFreePort } from '@octo/platform/embedded-postgres/free-port.ts';
import { type Gate, makeGate } from '@octo/platform/testing/gate.ts';
import type { Kysely } from 'kysely';
import { crmEnv, startCrmProcess } from '../../../apps/crm/testing/crm-process.ts';
import { shopEnv, startShopProcess } from '../../../apps/shop/testing/shop-process.ts';
import { ensurePages } from '../../../tools/pages/ensure-pages.ts';
import type { Inside } from './sightings.ts';
import type { Site } from './walk.ts';

/** Both apps as they run behind a public domain, and what they must not tell of themselves. */
export interface House extends AsyncDisposable {
  inside: Inside;
  shop: Site;
  crm: Site;
  owner: Kysely<Tables>;
  /** The way of both to their database. */
  gate: Gate;
}

const root = join(import.meta.dirname, '..', '..', '..');
const domain = 'x.test';
const published = [`shop.${domain}`, `crm.${domain}`] as const;
/** What the two call each other. Nobody is there, so that they have failures to tell of. */
export const sentinels = { shop: 'sentinel-shop.internal', crm: 'sentinel-crm.internal' };
const sentinelPorts = { shop: 18_080, crm: 18_081 };
export const internalKey = 'the internal key of the crawl, long enough';

export async function openHouse(): Promise<House> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase({ seed: true }));
  const owner = openDatabase<Tables>({ url: database.ownerUrl, applicationName: 'crawl', poolMax: 2 });
  stack.defer(() => owner.destroy());
  const gate = stack.use(await makeGate());
  const { octo_shop: shopUrl, octo_crm: crmUrl } = database.urls;
  const ports = { shop: await findFreePort(), crm: await findFreePort() };
  const common = { APP_ENV: 'production', DNS_DOMAIN: domain, LOG_LEVEL: 'error' };
  const shop = stack.use(
    startShopProcess({
      ...shopEnv(gate.lead(shopUrl), internalKey),
      ...common,
      PORT: String(ports.shop),
      PAYMENT_RAIL: 'simulated',
      SERVICE_CRM_URL: `http://${sentinels.crm}:${sentinelPorts.crm}`,
    }),
  );
  const crm = stack.use(
    startCrmProcess({
      ...crmEnv(gate.lead(crmUrl), internalKey),
      ...common,
      PORT: String(ports.crm),
      SERVICE_SHOP_URL: `http://${sentinels.shop}:${sentinelPorts.shop}`,
      PAGES_DIR: await ensurePages(root),
    }),
  );
  const sites = {
    shop: { url: await shop.url, host: published[0] },
    crm: { url: await crm.url, host: published[1] },
  };
  const addresses = [shopUrl, crmUrl, gate.lead(crmUrl)].map((url) => new URL(url));
  const inside: Inside = {
    domain,
    published,
    names: [
      ...Object.values(sentinels),
      ...addresses.flatMap(({ pathname, password }) => [pathname.slice(1), password]),
      internalKey,
    ],
    ports: [...Object.values(ports), ...Object.values(sentinelPorts), ...addresses.map(({ port }) => Number(port))],
  };
  const opened = stack.move();
  return { inside, owner, gate, ...sites, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

import { join } from 'node:path';
import type { Tables } from '@octo/database/tables.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { findFreePort } from '@octo/platform/embedded-postgres/free-port.ts';
import { type Gate, makeGate } from '@octo/platform/testing/gate.ts';
import type { Kysely } from 'kysely';
import { crmEnv, startCrmProcess } from '../../../apps/crm/testing/crm-process.ts';
import { shopEnv, startShopProcess } from '../../../apps/shop/testing/shop-process.ts';
import { gatewayEnv, startGatewayProcess } from '../../../apps/workflow-gateway/testing/gateway-process.ts';
import { ensurePages } from '../../../tools/pages/ensure-pages.ts';
import type { Inside } from './sightings.ts';
import type { Site } from './walk.ts';

/** Both apps as they run behind a public domain, with the workflow gateway behind them, and what they must not tell of themselves. */
export interface House extends AsyncDisposable {
  inside: Inside;
  shop: Site;
  crm: Site;
  owner: Kysely<Tables>;
  /** The way of both to their database. */
  gate: Gate;
}

const root = join(import.meta.dirname, '..', '..', '..');
const domain = 'octo.test';
const published = [`shop.${domain}`, `crm.${domain}`] as const;
/** What they call each other. Nobody is there, so that they have failures to tell of. */
export const sentinels = {
  shop: 'sentinel-shop.internal',
  crm: 'sentinel-crm.internal',
  gateway: 'sentinel-gateway.internal',
  observatory: 'sentinel-observatory.internal',
};
const sentinelPorts = { shop: 18_080, crm: 18_081, gateway: 18_090, observatory: 18_070 };
export const internalKey = 'the internal key of the crawl, long enough';

export async function openHouse(): Promise<House> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase({ seed: true }));
  const owner = openDatabase<Tables>({ url: database.ownerUrl, applicationName: 'crawl', poolMax: 2 });
  stack.defer(() => owner.destroy());
  const gate = stack.use(await makeGate());
  const { octo_shop: shopUrl, octo_crm: crmUrl, octo_gateway, octo_query } = database.urls;
  const ports = { shop: await findFreePort(), crm: await findFreePort(), gateway: await findFreePort() };
  const common = {
    APP_ENV: 'production',
    DNS_DOMAIN: domain,
    LOG_LEVEL: 'error',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://${sentinels.observatory}:${sentinelPorts.observatory}`,
  };
  stack.use(
    startGatewayProcess({
      ...gatewayEnv({ octo_gateway: gate.lead(octo_gateway), octo_query: gate.lead(octo_query) }, internalKey),
      ...common,
      PORT: String(ports.gateway),
      SERVICE_SHOP_URL: `http://${sentinels.shop}:${sentinelPorts.shop}`,
      SERVICE_CRM_URL: `http://${sentinels.crm}:${sentinelPorts.crm}`,
    }),
  );
  const shop = stack.use(
    startShopProcess({
      ...shopEnv(gate.lead(shopUrl), internalKey),
      ...common,
      PORT: String(ports.shop),
      PAYMENT_RAIL: 'simulated',
      SERVICE_CRM_URL: `http://${sentinels.crm}:${sentinelPorts.crm}`,
      SERVICE_GATEWAY_URL: `http://${sentinels.gateway}:${sentinelPorts.gateway}`,
    }),
  );
  const crm = stack.use(
    startCrmProcess({
      ...crmEnv(gate.lead(crmUrl), internalKey),
      ...common,
      PORT: String(ports.crm),
      SERVICE_SHOP_URL: `http://${sentinels.shop}:${sentinelPorts.shop}`,
      SERVICE_GATEWAY_URL: `http://127.0.0.1:${ports.gateway}`,
      PAGES_DIR: await ensurePages(root, 'crm'),
    }),
  );
  const sites = {
    shop: { url: await shop.url, host: published[0] },
    crm: { url: await crm.url, host: published[1] },
  };
  const addresses = [shopUrl, crmUrl, octo_gateway, octo_query, gate.lead(crmUrl)].map((url) => new URL(url));
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

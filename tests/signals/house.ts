import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Endpoint } from '@octo/contracts/endpoint.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { findFreePort } from '@octo/platform/embedded-postgres/free-port.ts';
import type { Static } from 'typebox';
import { newStoreFolder, startObservatoryProcess } from '../../apps/observatory/testing/observatory-process.ts';
import { shopEnv, startShopProcess } from '../../apps/shop/testing/shop-process.ts';
import { ensurePages } from '../../tools/pages/ensure-pages.ts';
import { type House, type HouseOptions, openHouse } from '../e2e/house/open-house.ts';

/** Shop, CRM and gateway as they run, all of them watched by an observatory, which watches their database, too. */
export interface SignalHouse extends House {
  observatory: Observatory;
  /** Starts another process of the shop. Returns its address. */
  addShop(env: Record<string, string>): Promise<string>;
}

export interface Observatory {
  url: string;
  /** What it answers to an endpoint of its contract, at this address of it. */
  ask<E extends Endpoint>(endpoint: E, address?: string): Promise<Static<E['responses'][200]>>;
}

export interface SignalHouseOptions extends Omit<HouseOptions, 'database'> {
  /** Further settings of the observatory. */
  observatory?: Record<string, string>;
}

const root = `${import.meta.dirname}/../..`;

export async function openSignalHouse(options: SignalHouseOptions = {}): Promise<SignalHouse> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase({ seed: true }));
  const [shopPort, crmPort] = [String(await findFreePort()), String(await findFreePort())];
  const folder = stack.use(newStoreFolder());
  const service = startObservatoryProcess(folder.path, {
    BROWSER_ORIGINS: `shop=http://localhost:${shopPort},crm=http://localhost:${crmPort}`,
    INSIGHT_DATABASE_URL: database.urls.octo_insight,
    LOG_LEVEL: 'error',
    PAGES_DIR: await ensurePages(root, 'observatory'),
    ...options.observatory,
  });
  stack.defer(async () => {
    const { output } = await service.stop('SIGTERM');
    if (output !== '') console.error(output);
  });
  const url = await service.url;
  const observed = observedBy(url);
  const seen = { ...observed, RUM_URL: url };
  const house = stack.use(
    await openHouse({
      database,
      shop: { ...seen, PORT: shopPort, ...options.shop },
      crm: { ...seen, PORT: crmPort, OBSERVATORY_PUBLIC_URL: url, ...options.crm },
      gateway: { ...observed, ...options.gateway },
    }),
  );
  const opened = stack.move();
  return {
    ...house,
    observatory: { url, ask: (endpoint, address = endpoint.path) => ask(`${url}${address}`) },
    addShop: (env) => {
      const crm = { SERVICE_CRM_URL: house.urls.crm };
      return opened.use(startShopProcess({ ...shopEnv(database.urls.octo_shop), ...seen, ...crm, ...env })).url;
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Looks again until there is something to see, for as long as what is looked for may take. */
export async function eventually<T>(
  what: string | (() => string),
  look: () => Promise<T | undefined>,
  withinMs = 60_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > deadline) assert.fail(`waited in vain for ${typeof what === 'string' ? what : what()}`);
    await sleep(100);
  }
}

/** Everything is told, and soon: nothing is waited for longer than needed. */
function observedBy(url: string): Record<string, string> {
  return {
    LOG_LEVEL: 'info',
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_BSP_SCHEDULE_DELAY: '100',
    OTEL_METRIC_EXPORT_INTERVAL: '1000',
    SERVICE_OBSERVATORY_URL: url,
  };
}

/** The contract of an address says what it answers. */
async function ask<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (answer.status !== 200) assert.fail(`${address} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

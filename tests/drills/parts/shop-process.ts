import { shopEnv, startShopProcess } from '../../../apps/shop/testing/shop-process.ts';
import { type RunningService, whenRunning } from './running-service.ts';

export interface ShopProcessOptions {
  databaseUrl: string;
  env?: Record<string, string>;
  /** What runs instead of the shop's own `main.ts`, and its arguments. */
  entry?: string;
  args?: string[];
}

/** Starts a shop as a process of its own, and waits until it is open. */
export async function startShop({ databaseUrl, env, entry, args }: ShopProcessOptions): Promise<RunningService> {
  const shop = startShopProcess({ ...shopEnv(databaseUrl), LOG_LEVEL: 'error', ...env }, { entry, args });
  return await whenRunning('shop', shop, { isReady: entry === undefined });
}

import { faultsOf } from '@octo/domains/simulation';
import { watchFaults } from '@octo/platform/faults/watch-faults.ts';
import type { Shop } from './context.ts';

/** Keeps broken in this process what an operator wants broken; undefined where nothing may be. */
export function startFaults(shop: Shop): AsyncDisposable | undefined {
  const { obstacles: requests, config, logger } = shop;
  if (!requests) return undefined;
  const faults = faultsOf('shop', {
    ctx: shop.serviceContext('faults'),
    watchCtx: shop.watchContext('faults'),
    sessions: config.database.poolMax,
    requests,
  });
  return watchFaults({ ...faults, logger });
}

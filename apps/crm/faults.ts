import { faultsOf } from '@octo/domains/simulation';
import { watchFaults } from '@octo/platform/faults/watch-faults.ts';
import type { Crm } from './context.ts';

/** Keeps broken in this process what an operator wants broken; undefined where nothing may be. */
export function startFaults(crm: Crm): AsyncDisposable | undefined {
  const { obstacles: requests, config, logger } = crm;
  if (!requests) return undefined;
  const faults = faultsOf('crm', {
    ctx: crm.serviceContext('faults'),
    watchCtx: crm.watchContext('faults'),
    sessions: config.database.poolMax,
    requests,
  });
  return watchFaults({ ...faults, logger });
}

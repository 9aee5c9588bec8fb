import { type AnyAddress, databaseEnv } from '@octo/platform/testing/database-env.ts';
import {
  type ServiceProcess,
  type ServiceRun,
  serviceKey,
  startServiceProcess,
} from '@octo/platform/testing/service-process.ts';

/** What a shop needs to serve, on a free port; the key is what our services know each other by. */
export function shopEnv(database: AnyAddress, internalKey = serviceKey): Record<string, string> {
  return {
    ...databaseEnv(database),
    SESSION_SECRET: 'a secret of the tests, long enough',
    INTERNAL_SERVICE_KEY: internalKey,
    PORT: '0',
  };
}

/** The shop as it runs: a process of its own with nothing but this environment. Another entry may run in its place. */
export function startShopProcess(
  env: Record<string, string>,
  run: Pick<ServiceRun, 'entry' | 'args'> = {},
): ServiceProcess {
  return startServiceProcess({ app: 'apps/shop', env, ...run });
}

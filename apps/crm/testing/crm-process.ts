import { type AnyAddress, databaseEnv } from '@octo/platform/testing/database-env.ts';
import {
  type ServiceProcess,
  type ServiceRun,
  serviceKey,
  startServiceProcess,
} from '@octo/platform/testing/service-process.ts';

/** What a CRM needs to serve, on a free port; the key is what our services know each other by. */
export function crmEnv(database: AnyAddress, internalKey = serviceKey): Record<string, string> {
  return {
    ...databaseEnv(database),
    INTERNAL_SERVICE_KEY: internalKey,
    PORT: '0',
  };
}

/** The CRM as it runs: a process of its own with nothing but this environment. Another entry may run in its place. */
export function startCrmProcess(
  env: Record<string, string>,
  run: Pick<ServiceRun, 'entry' | 'args'> = {},
): ServiceProcess {
  return startServiceProcess({ app: 'apps/crm', env, ...run });
}

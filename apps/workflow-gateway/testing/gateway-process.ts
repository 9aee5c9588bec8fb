import { type AnyAddress, databaseEnv, queryDatabaseEnv } from '@octo/platform/testing/database-env.ts';
import {
  type ServiceProcess,
  type ServiceRun,
  serviceKey,
  startServiceProcess,
} from '@octo/platform/testing/service-process.ts';

type SignIns = Record<'octo_gateway' | 'octo_query', AnyAddress>;

/** What a gateway needs to serve, on a free port; the key is what our services know each other by. */
export function gatewayEnv({ octo_gateway, octo_query }: SignIns, internalKey = serviceKey): Record<string, string> {
  const databases = { ...databaseEnv(octo_gateway), ...queryDatabaseEnv(octo_query) };
  return { ...databases, INTERNAL_SERVICE_KEY: internalKey, PORT: '0' };
}

/** The gateway as it runs: a process of its own with nothing but this environment. Another entry may run in its place. */
export function startGatewayProcess(
  env: Record<string, string>,
  run: Pick<ServiceRun, 'entry' | 'args'> = {},
): ServiceProcess {
  return startServiceProcess({ app: 'apps/workflow-gateway', env, ...run });
}

import type { TestDatabase } from '@octo/database/testing/test-database.ts';
import {
  type ServiceProcess,
  type ServiceRun,
  serviceKey,
  startServiceProcess,
} from '@octo/platform/testing/service-process.ts';

type Urls = Pick<TestDatabase['urls'], 'octo_gateway' | 'octo_query'>;

/** What a gateway needs to serve, on a free port; the key is what our services know each other by. */
export function gatewayEnv({ octo_gateway, octo_query }: Urls, internalKey = serviceKey): Record<string, string> {
  return { DATABASE_URL: octo_gateway, QUERY_DATABASE_URL: octo_query, INTERNAL_SERVICE_KEY: internalKey, PORT: '0' };
}

/** The gateway as it runs: a process of its own with nothing but this environment. Another entry may run in its place. */
export function startGatewayProcess(
  env: Record<string, string>,
  run: Pick<ServiceRun, 'entry' | 'args'> = {},
): ServiceProcess {
  return startServiceProcess({ app: 'apps/workflow-gateway', env, ...run });
}

import { gatewayEnv, startGatewayProcess } from '../../../apps/workflow-gateway/testing/gateway-process.ts';
import { type RunningService, whenRunning } from './running-service.ts';

/** Starts a workflow gateway as a process of its own, and waits until it is ready. */
export async function startGateway(
  urls: Parameters<typeof gatewayEnv>[0],
  env: Record<string, string> = {},
): Promise<RunningService> {
  return await whenRunning('gateway', startGatewayProcess({ ...gatewayEnv(urls), LOG_LEVEL: 'error', ...env }));
}

import { readProcessTelemetryConfig } from './config.ts';
import type { Monitored } from './oci/monitoring/monitored.ts';
import { onShutdown } from './shutdown.ts';
import { startTelemetry } from './start-telemetry.ts';

/**
 * Installs telemetry as the environment says, for a service of this name, with what it tells OCI Monitoring beside what every
 * service does. For a module that is loaded before the application.
 */
export function registerTelemetry(serviceName: string, monitored: readonly Monitored[] = []): void {
  const telemetry = startTelemetry(readProcessTelemetryConfig(serviceName), { monitored });
  onShutdown(async () => await telemetry[Symbol.asyncDispose]());
}

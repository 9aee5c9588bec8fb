import { readProcessTelemetryConfig } from './config.ts';
import { onShutdown } from './shutdown.ts';
import { startTelemetry } from './start-telemetry.ts';

/** Installs telemetry as the environment says, for a service of this name. For a module that is loaded before the application. */
export function registerTelemetry(serviceName: string): void {
  const telemetry = startTelemetry(readProcessTelemetryConfig(serviceName));
  onShutdown(async () => await telemetry[Symbol.asyncDispose]());
}

import { ConfigurationError } from '../config/read-settings.ts';
import { shutDownTelemetry } from '../telemetry/shutdown.ts';

/** A whole that stops in time is better than one that never does. */
const stopWithinMs = 4000;

/**
 * Runs a service until it is told to stop (SIGTERM, SIGINT, or its supervisor gone), then closes what it used in reverse.
 * `start` returns the address it serves, which the supervisor is told.
 */
export async function runService(start: (resources: AsyncDisposableStack) => Promise<string>): Promise<void> {
  const resources = new AsyncDisposableStack();
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    await resources.disposeAsync();
    await shutDownTelemetry();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(signal, () => void stop());
  try {
    const url = await start(resources);
    process.send?.({ ready: true, url });
  } catch (error) {
    // Told to stop while it was starting: what it needed was closed under it.
    if (isStopping) return;
    process.stderr.write(`${error instanceof ConfigurationError ? error.message : explain(error)}\n`);
    process.exit(1);
  }
}

function explain(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

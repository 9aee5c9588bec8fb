const listeners: (() => Promise<void>)[] = [];

/** Registers work that must happen before the process ends, such as sending the last spans. */
export function onShutdown(listener: () => Promise<void>): void {
  listeners.push(listener);
}

/** Called by run-service.ts when everything else is closed. A receiver that is gone must not hold the process up. */
export async function shutDownTelemetry(timeoutMs = 1000): Promise<void> {
  const timeout = new Promise<void>((resolve) => setTimeout(resolve, timeoutMs).unref());
  await Promise.race([Promise.allSettled(listeners.map((listener) => listener())), timeout]);
}

export interface StopSignal {
  /** Aborted by the first Ctrl-C, a SIGTERM, a closed terminal, or the death of the process that started this one. */
  readonly signal: AbortSignal;
  dispose(): void;
}

/** Listens for every way to be told to stop. The second Ctrl-C calls `killAtOnce`. */
export function listenForStop(killAtOnce: () => void): StopSignal {
  const stop = new AbortController();
  // A SIGTERM may arrive beside the first Ctrl-C, so what counts is how often Ctrl-C was pressed.
  let interrupts = 0;
  const onInterrupt = () => {
    interrupts += 1;
    if (interrupts > 1) killAtOnce();
    else stop.abort();
  };
  const onEnd = () => stop.abort();
  process.on('SIGINT', onInterrupt);
  for (const event of ['SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(event, onEnd);
  process.channel?.unref();
  // A closed terminal must not turn the next line of output into a crash.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  function dispose() {
    process.off('SIGINT', onInterrupt);
    for (const event of ['SIGTERM', 'SIGHUP', 'disconnect'] as const) process.off(event, onEnd);
  }
  return { signal: stop.signal, dispose };
}

export function whenAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

import { every } from '../background/every.ts';
import { describeFailure } from '../telemetry/describe-failure.ts';
import type { Logger } from '../telemetry/logger.ts';
import { withoutSpans } from '../telemetry/without-spans.ts';
import { type InstallFault, keepFaults, type TimedFault } from './keep-faults.ts';

export interface FaultWatchOptions<Fault extends TimedFault> {
  /** Those that are to be in place now. */
  read(): Promise<readonly Fault[]>;
  install: InstallFault<Fault>;
  logger: Logger;
  lookEveryMs?: number;
}

const stops = 'the service stops';

/**
 * Keeps in place what is broken on purpose, and nothing else: a fault is taken away when it is read no more, when its time
 * is over even if nothing can be read, when reading fails, and when the watch is disposed of.
 */
export function watchFaults<Fault extends TimedFault>(options: FaultWatchOptions<Fault>): AsyncDisposable {
  const { read, install, logger, lookEveryMs = 1000 } = options;
  const faults = keepFaults(install, logger);
  let isStopped = false;
  let isAway = false;
  const look = async () => {
    const wanted = await withoutSpans(read);
    isAway = false;
    if (!isStopped) await faults.keepOnly(wanted);
  };
  const timer = every(lookEveryMs, look, async (error) => {
    if (!isAway) logger.warn(describeFailure(error), 'what is broken on purpose cannot be read, so nothing is');
    isAway = true;
    await faults.clear('it cannot be read');
  });
  return {
    [Symbol.asyncDispose]: async () => {
      isStopped = true;
      await faults.clear(stops);
      await timer[Symbol.asyncDispose]();
      // A look that was on its way may have put one more in place.
      await faults.clear(stops);
    },
  };
}

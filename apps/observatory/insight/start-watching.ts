import { describeFailure } from '@octo/platform/telemetry/describe-failure.ts';
import type { Logger } from '@octo/platform/telemetry/logger.ts';
import type { DatabaseWatch } from './database-watch.ts';

const pauseAfterFaultMs = 15_000;

/** Lets it look every second, less often while the database is away, until this is disposed of. */
export function startWatching(watch: DatabaseWatch, logger: Logger): AsyncDisposable {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let turn = Promise.resolve();
  const schedule = (pauseMs: number) => {
    if (!isStopped) timer = setTimeout(start, pauseMs);
  };
  function start(): void {
    turn = watch.turn().then(schedule, (error: unknown) => {
      logger.error(describeFailure(error), 'what was seen of the database could not be kept');
      schedule(pauseAfterFaultMs);
    });
  }
  schedule(0);
  return {
    [Symbol.asyncDispose]: async () => {
      isStopped = true;
      clearTimeout(timer);
      await turn;
      await watch.idle();
    },
  };
}

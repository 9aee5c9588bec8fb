import { describeFailure } from '@octo/platform/telemetry/describe-failure.ts';
import type { Observatory } from '../context.ts';

const everyMs = 10_000;
const leastMs = 1000;

/** Looks at the alarms, and at what that costs, every ten seconds until this is disposed of; faster where a class goes faster. */
export function startAlarms({ alarms, cost, clock, logger }: Observatory): AsyncDisposable {
  let turn = Promise.resolve();
  const timer = setInterval(
    () => {
      turn = turn.then(async () => {
        cost.sample(clock.now().getTime());
        await alarms.look();
      });
      turn = turn.catch((error: unknown) => logger.error(describeFailure(error), 'the alarms could not be looked at'));
    },
    Math.max(leastMs, everyMs / alarms.pace),
  );
  timer.unref();
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await turn;
    },
  };
}

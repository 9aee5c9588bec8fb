import { setTimeout as sleep } from 'node:timers/promises';
import { backoffMs, countFailure } from './backoff.ts';
import { whenAborted } from './signals.ts';

/** Something that was started and will end: a service, the database. */
export interface Running {
  readonly exited: Promise<{ readonly reason: string }>;
  stop(): Promise<void>;
}

export interface KeepRunningOptions<T extends Running> {
  readonly name: string;
  /** Aborted when everything stops. */
  readonly signal: AbortSignal;
  start(signal: AbortSignal): Promise<T>;
  /** The last lines of its log, for the person who reads why it ended. */
  lastLines(): readonly string[];
  say(line: string): void;
  /** What has to be up before another start is tried. */
  waitFor?(): Promise<unknown>;
}

export interface Kept<T extends Running> {
  /** Resolves while it is up; waits while it is being restarted. */
  untilUp(): Promise<T>;
  /** A wanted stop and start, without a report. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it, and whenever it ends unasked, says so and starts it again, ever more slowly. Only the first start may fail. */
export async function keepRunning<T extends Running>(options: KeepRunningOptions<T>): Promise<Kept<T>> {
  const ownStop = new AbortController();
  const stopped = AbortSignal.any([options.signal, ownStop.signal]);
  let current = await options.start(stopped);
  let up = Promise.withResolvers<T>();
  let wake = new AbortController();
  let isRestartWanted = false;
  up.resolve(current);

  async function watch(): Promise<void> {
    for (let failures = 0; ; ) {
      const began = Date.now();
      const { reason } = await current.exited;
      if (stopped.aborted) return;
      up = Promise.withResolvers<T>();
      failures = isRestartWanted ? 0 : countFailure(failures, Date.now() - began);
      if (failures > 0) report(options, reason, failures);
      const next = await startAgain(failures);
      if (!next) return;
      current = next;
      up.resolve(current);
      if (stopped.aborted || isRestartWanted) await current.stop();
    }
  }

  async function startAgain(failures: number): Promise<T | undefined> {
    for (let failure = failures; ; failure += 1) {
      await pause(failure, AbortSignal.any([stopped, wake.signal]));
      await Promise.race([options.waitFor?.(), whenAborted(stopped)]);
      if (stopped.aborted) return undefined;
      wake = new AbortController();
      isRestartWanted = false;
      try {
        const next = await options.start(stopped);
        if (failure > 0) options.say(`${options.name} is up again.`);
        return next;
      } catch (error) {
        if (stopped.aborted) return undefined;
        options.say(`${options.name} did not start: ${error instanceof Error ? error.message : error}`);
        options.say(`Trying again in ${backoffMs(failure + 1) / 1000} s.`);
      }
    }
  }

  const watching = watch();
  return {
    untilUp: () => up.promise,
    async restart() {
      isRestartWanted = true;
      wake.abort();
      await current.stop();
    },
    async stop() {
      ownStop.abort();
      await current.stop();
      await watching;
    },
  };
}

function report<T extends Running>(
  { name, say, lastLines }: KeepRunningOptions<T>,
  reason: string,
  failures: number,
): void {
  say(`${name} ${reason}. Its last lines:`);
  for (const line of lastLines()) say(`  | ${line}`);
  say(`Starting it again in ${backoffMs(failures) / 1000} s.`);
}

async function pause(failures: number, signal: AbortSignal): Promise<void> {
  if (failures > 0) await sleep(backoffMs(failures), undefined, { signal }).catch(() => undefined);
}

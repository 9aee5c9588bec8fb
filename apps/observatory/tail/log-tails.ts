import { AppError } from '@octo/platform/errors/app-error.ts';
import { describeFailure } from '@octo/platform/telemetry/describe-failure.ts';
import type { Logger } from '@octo/platform/telemetry/logger.ts';
import type { FastifyReply } from 'fastify';
import type { LogSearch } from '../store/logs/log-conditions.ts';
import type { Store } from '../store/store.ts';
import { eventStream } from './event-stream.ts';
import { type LineBuffer, lineBuffer } from './line-buffer.ts';
import { lineEvents } from './line-events.ts';

export interface LogTails extends Disposable {
  /** Sends new lines that fit to whoever asked, until either side ends it. Throws LimitExceeded when too many listen. */
  listen(search: LogSearch, reply: FastifyReply): void;
}

interface LogTailsOptions {
  readonly store: Store;
  readonly logger: Logger;
}

const mostListeners = 20;
const beatEveryMs = 15_000;
/** Then the browser asks again, and is let in again or not. */
const longestMs = 15 * 60_000;

/** Everybody who watches lines come in. */
export function createLogTails({ store, logger }: LogTailsOptions): LogTails {
  const listeners = new Map<LineBuffer, LogSearch>();
  // Not within the write that they hear of: nobody who listens may hold it up, or make it fail.
  const hearing = store.afterLogs((ids) => void setImmediate(() => tell(ids)));
  const beating = setInterval(() => {
    for (const listener of listeners.keys()) listener.beat(performance.now());
  }, beatEveryMs).unref();

  /** Whoever watches for the same gets the same: it is read and written once. */
  function tell(ids: readonly number[]): void {
    for (const alike of Map.groupBy(listeners, ([, search]) => JSON.stringify(search)).values()) {
      const [[, search] = []] = alike;
      try {
        const events = search ? lineEvents(store.read(({ logs }) => logs.among(search, ids))) : [];
        for (const [listener] of alike) listener.add(events);
      } catch (error) {
        logger.error(describeFailure(error), 'new log lines could not be read');
        for (const [listener] of alike) listener.end();
      }
    }
  }

  return {
    listen(search, reply) {
      if (listeners.size >= mostListeners) throw tooMany();
      const listener = lineBuffer(eventStream(reply));
      const ending = setTimeout(() => listener.end(), longestMs).unref();
      listeners.set(listener, search);
      reply.raw.once('close', () => {
        clearTimeout(ending);
        listeners.delete(listener);
      });
    },
    [Symbol.dispose]() {
      clearInterval(beating);
      hearing[Symbol.dispose]();
      for (const listener of listeners.keys()) listener.end();
    },
  };
}

function tooMany(): AppError {
  const message = `At most ${mostListeners} pages can watch new lines at a time. Close one of them.`;
  return new AppError('LimitExceeded', 'logs.too_many_tails', message, { retryAfterSeconds: 10 });
}

import { AppError, errorCode } from '@octo/platform/errors/app-error.ts';
import { describeFailure } from '@octo/platform/telemetry/describe-failure.ts';
import type { Logger } from '@octo/platform/telemetry/logger.ts';
import type { Arrival } from '../store/arrivals.ts';
import { isDiskFull } from '../store/sqlite-errors.ts';
import type { Store } from '../store/store.ts';
import { inPieces } from './pieces.ts';

export interface WriteQueue extends AsyncDisposable {
  /** Takes what was read from a body of so many bytes. Throws LimitExceeded when too much is waiting already. */
  add(arrivals: readonly Arrival[], bytes: number): void;
  /** Items that were taken and are not kept all the same: what stayed out under pressure, found its trace full, or failed. */
  lost(): number;
  /** Of these, items of batches that could not be written. */
  failed(): number;
  /** Resolves when all that was added is written. */
  untilWritten(): Promise<void>;
}

export interface WriteQueueOptions {
  readonly store: Store;
  readonly logger: Logger;
  onNote(note: string): void;
}

/** So that a span is there to read well within a second after it came. */
const gatherMs = 200;
const pruneEveryMs = 10_000;
/** What waits takes several times its bytes on the wire. */
const mostBytes = 24 * 1024 * 1024;
const mostItems = 100_000;
/** When the queue is so full, ordinary traces find no place any more; when it is full, nothing does. */
const pressedAt = 1 / 2;
const itemsAtOnce = 1000;
const bytesAtOnce = 2 * 1024 * 1024;

/** Gathers what comes for a moment and writes it in transactions of a bounded size, so that nobody waits long for their turn. */
export function createWriteQueue({ store, logger, onNote }: WriteQueueOptions): WriteQueue {
  const waiting: { arrival: Arrival; items: number; bytes: number }[] = [];
  let [bytes, items, failed] = [0, 0, 0];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;
  const pruning = setInterval(() => schedule(0), pruneEveryMs).unref();

  function schedule(delayMs: number): void {
    if (writing) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      writing = writeAll().finally(() => {
        writing = undefined;
        if (waiting.length > 0) schedule(gatherMs);
      });
    }, delayMs);
  }

  async function writeAll(): Promise<void> {
    do {
      const isPressed = bytes > mostBytes * pressedAt || items > mostItems * pressedAt;
      const batch = takeBatch();
      if (batch.length > 0)
        attempt(
          () =>
            store.write(
              batch.map(({ arrival }) => arrival),
              isPressed,
            ),
          batch,
        );
      await new Promise(setImmediate);
      while (attempt(() => store.pruneStep(), []) === true) await new Promise(setImmediate);
    } while (waiting.length > 0);
  }

  function takeBatch() {
    let [taken, count, size] = [0, 0, 0];
    for (const next of waiting) {
      if (count >= itemsAtOnce || size >= bytesAtOnce) break;
      taken += 1;
      count += next.items;
      size += next.bytes;
    }
    items -= count;
    bytes -= size;
    // All at once: to take them one by one from the front of very many takes long.
    return waiting.splice(0, taken);
  }

  function attempt<T>(work: () => T, batch: typeof waiting): T | undefined {
    try {
      return work();
    } catch (error) {
      failed += batch.reduce((sum, { items }) => sum + items, 0);
      logger.error(describeFailure(error), 'the store could not be written');
      onNote(
        isDiskFull(error)
          ? 'The disk was full: what came meanwhile is lost. The store needs room, or a lower OBSERVATORY_STORE_MB.'
          : `The store could not be written (${errorCode(error)}); the log says more.`,
      );
      return undefined;
    }
  }

  async function untilWritten(): Promise<void> {
    while (waiting.length > 0 || writing) {
      clearTimeout(timer);
      timer = undefined;
      schedule(0);
      await (writing ?? new Promise((resolve) => setTimeout(resolve, 1)));
    }
  }

  return {
    add(arrivals, size) {
      if (bytes + size > mostBytes || items > mostItems) throw full();
      const most = itemsPerPiece(arrivals, size);
      const pieces = arrivals.flatMap((arrival) => inPieces(arrival, most));
      for (const arrival of pieces) {
        const share = size / pieces.length;
        waiting.push({ arrival, items: arrival.content.items.length, bytes: share });
        items += arrival.content.items.length;
        bytes += share;
      }
      if (waiting.length > 0) schedule(gatherMs);
    },
    lost() {
      const { pressure, traceFull } = store.dropped();
      return failed + pressure + traceFull;
    },
    failed: () => failed,
    untilWritten,
    [Symbol.asyncDispose]: async () => {
      clearInterval(pruning);
      await untilWritten();
    },
  };
}

/** So many that a piece is small, as far as the items of a request are alike. */
function itemsPerPiece(arrivals: readonly Arrival[], size: number): number {
  const count = arrivals.reduce((sum, { content }) => sum + content.items.length, 0);
  return Math.max(1, Math.min(itemsAtOnce, Math.floor((count * bytesAtOnce) / Math.max(1, size))));
}

function full(): AppError {
  return new AppError('LimitExceeded', 'otlp.queue_full', 'More is coming in than can be written. Send it again.', {
    retryAfterSeconds: 1,
  });
}

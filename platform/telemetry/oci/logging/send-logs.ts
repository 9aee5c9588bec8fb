import { type Fate, noRoom } from '../../receivers/fate.ts';
import { deliver, type Outcome } from '../deliver.ts';
import { endWithin } from '../end-within.ts';
import { createLineQueue, type QueuedLine, type QueueLimits } from './line-queue.ts';

export interface SendLogsOptions {
  /** Sends one request; the signal ends it. Never throws. */
  put(lines: readonly QueuedLine[], signal: AbortSignal): Promise<Outcome>;
  fate: Fate;
  /** How long a line waits for others. */
  delayMs?: number;
  limits?: QueueLimits;
  /** Pause before the first repetition. */
  pauseMs?: number;
  /** How long the end may take; what is not sent by then is lost. */
  closeWithinMs?: number;
}

/** Gathers log lines and sends them, one request at a time. Whoever writes a line never waits. */
export interface LogSender extends AsyncDisposable {
  add(line: QueuedLine): void;
  /** Lines that are not sent yet, those on their way included. */
  waiting(): number;
}

const usualLimits: QueueLimits = { mostLines: 10_000, mostCharacters: 8 * 1024 * 1024 };

export function sendLogs({ put, fate, limits = usualLimits, ...times }: SendLogsOptions): LogSender {
  const { delayMs = 5000, pauseMs = 1000, closeWithinMs = 900 } = times;
  const queue = createLineQueue(limits);
  const closing = new AbortController();
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;
  let sending = 0;

  async function send(lines: readonly QueuedLine[]): Promise<void> {
    sending = lines.length;
    const { result } = await deliver(() => put(lines, ending.signal), {
      closing: closing.signal,
      ending: ending.signal,
      pauseMs,
    });
    fate.came(lines.length, result);
    sending = 0;
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (underWay || queue.length() === 0 || ending.signal.aborted) return;
    underWay = send(queue.take()).finally(() => {
      underWay = undefined;
      flushWhenDue();
    });
  }

  function flushWhenDue(): void {
    if (queue.isFull() && !underWay) flush();
    else if (queue.length() > 0) timer ??= setTimeout(flush, delayMs).unref();
  }

  async function drain(): Promise<void> {
    while (underWay || (queue.length() > 0 && !ending.signal.aborted)) {
      flush();
      await underWay;
    }
  }

  return {
    waiting: () => queue.length() + sending,
    add: (line) => {
      const lost = queue.push(line);
      if (lost > 0) fate.dropped(lost, noRoom);
      flushWhenDue();
    },
    [Symbol.asyncDispose]: async () => {
      closing.abort();
      await endWithin(closeWithinMs, ending, drain());
      clearTimeout(timer);
      if (queue.length() > 0) fate.dropped(queue.length(), 'closed');
      fate.tell();
    },
  };
}

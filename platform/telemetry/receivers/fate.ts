/** Where telemetry may go, as metrics and log lines call it. */
export type ReceiverName = 'otlp' | 'oci_apm' | 'oci_logging' | 'oci_monitoring';

export interface FateStatus {
  sent: number;
  dropped: number;
  /** When the receiver last took something, in milliseconds since 1970. */
  lastSuccessMs: number | undefined;
}

/** What became of the records that one receiver was to get. */
export interface Fate {
  /** A request of so many records came to this: `sent`, or why not. Of what was sent, the receiver refused some all the same. */
  came(count: number, result: string, rejected?: number): void;
  dropped(count: number, reason: string): void;
  /** Tells at once what has not been told yet. */
  tell(): void;
  status(): FateStatus;
}

/** What a receiver reports of one signal. */
export interface ReceiverReport extends FateStatus {
  signal: 'traces' | 'logs' | 'metrics';
  receiver: ReceiverName;
  /** Records that are still to go. */
  waiting: number;
}

/** There was no room for it, because the receiver is slow or away. */
export const noRoom = 'no_room';

const tellEveryMs = 60_000;

/** `onDropped` is told, at most once a minute, what was dropped since the last time, and why: a receiver that is away makes one line. */
export function createFate(onDropped: (dropped: number, reason: string) => void): Fate {
  const status: FateStatus = { sent: 0, dropped: 0, lastSuccessMs: undefined };
  let untold = 0;
  let reason = noRoom;
  let toldAt = Number.NEGATIVE_INFINITY;
  function tell(): void {
    if (untold === 0) return;
    const told = untold;
    untold = 0;
    // Before it is told: the line that tells it may have no room either.
    toldAt = performance.now();
    onDropped(told, reason);
  }
  function dropped(count: number, why: string): void {
    status.dropped += count;
    untold += count;
    reason = why;
    if (performance.now() - toldAt >= tellEveryMs) tell();
  }
  return {
    tell,
    status: () => ({ ...status }),
    dropped,
    came: (count, result, rejected = 0) => {
      if (result !== 'sent') return dropped(count, result);
      // Who refuses more than it was sent is not believed.
      const lost = Math.min(rejected, count);
      status.sent += count - lost;
      status.lastSuccessMs = Date.now();
      if (lost > 0) dropped(lost, 'rejected');
    },
  };
}

import { note, observe } from '../../telemetry/metrics/instruments.ts';
import { attributeNames } from '../../telemetry/names/attributes.ts';
import {
  connectionCount,
  connectionMax,
  connectionTimeouts,
  connectionWait,
  pendingRequests,
} from '../../telemetry/names/metrics/database.ts';

export interface PoolMetrics extends Disposable {
  /** Somebody got a session, after so long. */
  lent(waitedMs: number): void;
  /** Somebody waited for one in vain. */
  timedOut(): void;
}

/** How a pool stands at this moment. */
export interface PoolReading {
  used: number;
  idle: number;
  max: number;
  waiting: number;
}

/** Tells of the sessions of a pool until it is disposed of. */
export function watchSessions(name: string, read: () => PoolReading): PoolMetrics {
  const ofPool = Object.freeze({ [attributeNames.pool]: name });
  const used = Object.freeze({ ...ofPool, [attributeNames.connectionState]: 'used' });
  const idle = Object.freeze({ ...ofPool, [attributeNames.connectionState]: 'idle' });
  const stack = new DisposableStack();
  stack.use(
    observe(connectionCount, (result) => {
      const reading = read();
      result.observe(reading.used, used);
      result.observe(reading.idle, idle);
    }),
  );
  stack.use(observe(connectionMax, (result) => result.observe(read().max, ofPool)));
  stack.use(observe(pendingRequests, (result) => result.observe(read().waiting, ofPool)));
  // From the beginning: whoever watches it wants to see it grow from nothing.
  note(connectionTimeouts, 0, ofPool);
  return {
    lent: (waitedMs) => note(connectionWait, waitedMs / 1000, ofPool),
    timedOut: () => note(connectionTimeouts, 1, ofPool),
    [Symbol.dispose]: () => stack.dispose(),
  };
}

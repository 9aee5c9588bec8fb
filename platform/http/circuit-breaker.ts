export interface CircuitBreakerOptions {
  /** So many failures in a row open it. */
  failuresToOpen?: number;
  /** How long it stays open before one call may probe, give or take half of it: services that lost a peer together do not come back together. */
  pauseMs?: number;
  /** Milliseconds of a clock that only runs forward. */
  nowMs?: () => number;
  random?: () => number;
}

/** `probe`: open, but the next call may look whether the peer is back. */
export type CircuitState = 'closed' | 'open' | 'probe';

/** Spares a peer that fails, and those who would wait for it. Every call that enters says how it went. */
export interface CircuitBreaker {
  state(): CircuitState;
  /** Whether a call may go out now. Of those who ask when a probe is due, one may. */
  enter(): boolean;
  succeeded(): void;
  failed(): void;
}

export function createCircuitBreaker(options: CircuitBreakerOptions = {}): CircuitBreaker {
  const { failuresToOpen = 5, pauseMs = 1000, nowMs = () => performance.now(), random = Math.random } = options;
  let failures = 0;
  let probeAtMs = 0;
  const pause = () => {
    probeAtMs = nowMs() + pauseMs * (0.5 + random());
  };
  const state = (): CircuitState => {
    if (failures < failuresToOpen) return 'closed';
    return nowMs() < probeAtMs ? 'open' : 'probe';
  };
  return {
    state,
    enter: () => {
      const isProbe = state() === 'probe';
      // A probe that never says how it went is followed by another one after the same pause.
      if (isProbe) pause();
      return isProbe || state() === 'closed';
    },
    succeeded: () => {
      failures = 0;
    },
    failed: () => {
      failures += 1;
      if (failures >= failuresToOpen) pause();
    },
  };
}

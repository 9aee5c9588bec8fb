import type { Fault } from './fault.ts';

/** Nobody leaves a fault behind for longer. */
export const longestSeconds = 3600;

/** A fault that is applied just now. */
export interface ActiveFault {
  fault: Fault;
  appliedBy: string;
  appliedAt: Date;
  expiresAt: Date;
  /** Trace of the request that applied it. */
  traceId: string | null;
}

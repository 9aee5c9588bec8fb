import type { ScheduleMode } from '../records/execution.ts';

/** A sweep that its claimer alone makes, as long as it keeps the lease. */
export interface ClaimedSweep {
  /** Undefined when the database is away: then it is made all the same, and recorded when that is back. */
  runId: number | undefined;
  leaseOwner: string;
  scheduleMode: ScheduleMode;
  periodKey: string | null;
  startedAt: Date;
}

/** `busy`: another sweep is under way. `done`: this period has had its sweep. */
export type Claim = ClaimedSweep | 'busy' | 'done';

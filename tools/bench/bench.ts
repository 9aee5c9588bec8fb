import type { BenchDatabase } from './bench-database.ts';
import type { Child } from './child.ts';

/** What every part of the bench stands on. */
export interface Bench {
  /** Seeded, as `npm start` has it the first time. */
  database: BenchDatabase;
  /** Takes telemetry and drops it. */
  sink: Child;
  /** Aborted when somebody wants it to stop. */
  signal: AbortSignal;
  /** Tells whoever waits what is measured now. */
  say(what: string): void;
}

import type { NewExecution } from './execution.ts';
import type { WorkflowRun } from './run.ts';
import type { NewSnapshot } from './snapshot.ts';

/** A run that is over. */
export interface FinishedRun extends Omit<WorkflowRun, 'id'> {
  /** Undefined for one that the database never heard of: it was away when the run began. */
  id: number | undefined;
  leaseOwner: string;
  periodKey: string | null;
}

/** What has happened and is still to be written down. */
export interface Kept {
  run: FinishedRun | undefined;
  executions: readonly NewExecution[];
  snapshots: readonly NewSnapshot[];
}

/** Keeps what the database could not take, until it is back. */
export interface Journal {
  keep(kept: Kept): void;
  /** The oldest that is kept. */
  first(): Kept | undefined;
  /** It is written down, or will never be. */
  drop(kept: Kept): void;
  /** How much was lost because there was too much of it, since this was last asked. */
  takeLost(): number;
}

/** A journal that keeps so many entries; then the oldest make room. */
export function createJournal(mostEntries = 500): Journal {
  const entries: Kept[] = [];
  let lost = 0;
  return {
    keep: (kept) => {
      entries.push(kept);
      if (entries.length <= mostEntries) return;
      entries.shift();
      lost += 1;
    },
    first: () => entries[0],
    drop: (kept) => {
      const index = entries.indexOf(kept);
      if (index !== -1) entries.splice(index, 1);
    },
    takeLost: () => {
      const sinceAsked = lost;
      lost = 0;
      return sinceAsked;
    },
  };
}

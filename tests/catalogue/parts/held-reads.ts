import type { KyselyPlugin } from 'kysely';
import { checkpoint } from '../../../domains/testing/checkout-scene.ts';

type Checkpoint = ReturnType<typeof checkpoint>;

/** Lets a test hold what a database has read, at the moment before the reader gets it. */
export interface HeldReads {
  plugin: KyselyPlugin;
  /** Holds the next rows that have this column, until they are let through. */
  holdNext(column: string): Checkpoint;
}

export function heldReads(): HeldReads {
  let next: { column: string; gate: Checkpoint } | undefined;
  return {
    holdNext: (column) => {
      next = { column, gate: checkpoint() };
      return next.gate;
    },
    plugin: {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        const held = next;
        if (held && result.rows.some((row) => held.column in row)) {
          next = undefined;
          await held.gate.pass();
        }
        return result;
      },
    },
  };
}

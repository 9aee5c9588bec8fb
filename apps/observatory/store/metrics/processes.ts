import { longestSilenceNano } from './changes.ts';

/** Points of one export may differ by less than this. */
const oneExportNano = 1_000_000_000n;
const most = 2000;

export interface Processes {
  /** Whether a series that was never seen before began after the export before this one: all that it counts is new. */
  isNewSeries(process: string, timeNano: bigint, startNano: bigint): boolean;
}

/** Remembers when each process told of its metrics last. */
export function knownProcesses(): Processes {
  const exports = new Map<string, { latest: bigint; before: bigint }>();
  return {
    isNewSeries(process, timeNano, startNano) {
      const known = exports.get(process) ?? { latest: 0n, before: 0n };
      if (timeNano > known.latest + oneExportNano) {
        known.before = known.latest;
        known.latest = timeNano;
      }
      if (!exports.has(process) && exports.size >= most) exports.clear();
      exports.set(process, known);
      // A process that is new itself tells of nothing that was told before.
      const since = known.before > 0n ? known.before : startNano;
      return since > 0n && timeNano - since <= longestSilenceNano;
    },
  };
}

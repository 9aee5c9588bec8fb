import { readdir, readFile } from 'node:fs/promises';
import type { Worker } from '../load.ts';

/** What the kernel counts CPU in, on every Linux that Node runs on. */
const tickMicros = 10_000;

/** The processes of a PostgreSQL server, by the first of them. Linux only; NaN elsewhere. */
export function databaseWorker(postmasterPid: number): Worker {
  return {
    cpuMicros: async () => {
      const names = await readdir('/proc').catch(() => []);
      const stats = await Promise.all(
        names
          .filter((name) => /^\d+$/.test(name))
          .map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')),
      );
      const ours = stats.map(readStat).filter(({ pid, parent }) => pid === postmasterPid || parent === postmasterPid);
      if (ours.length === 0) return Number.NaN;
      // The first one also counts for those that have ended.
      const ticks = ours.reduce(
        (sum, each) => sum + each.ticks + (each.pid === postmasterPid ? each.endedTicks : 0),
        0,
      );
      return ticks * tickMicros;
    },
  };
}

/** One line of /proc/<pid>/stat; the name of the program, in brackets, may hold anything. */
export function readStat(line: string): { pid: number; parent: number; ticks: number; endedTicks: number } {
  const fields = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
    (at) => fields[at],
  );
  return { pid: Number.parseInt(line, 10), parent, ticks: user + system, endedTicks: endedUser + endedSystem };
}

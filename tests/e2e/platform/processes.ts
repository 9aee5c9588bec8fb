import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { processIdentity } from '../../../tools/start/process-identity.ts';

/** A process as it is now: a number alone may be given to another one later. */
export interface SeenProcess {
  pid: number;
  identity: string | undefined;
}

/** This process and everything that descends from it. */
export async function familyOf(pid: number): Promise<SeenProcess[]> {
  const parents = await parentsOfAll();
  const family = new Set([pid]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child);
  }
  return await Promise.all([...family].map(async (each) => ({ pid: each, identity: await processIdentity(each) })));
}

/** Those of them that still run. */
export async function survivorsOf(seen: readonly SeenProcess[]): Promise<number[]> {
  const now = await Promise.all(
    seen.map(async ({ pid, identity }) => ({
      pid,
      runs: identity !== undefined && (await processIdentity(pid)) === identity,
    })),
  );
  return now.filter(({ runs }) => runs).map(({ pid }) => pid);
}

async function parentsOfAll(): Promise<Map<number, number>> {
  if (process.platform !== 'linux') return parse((await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid='])).stdout);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  return new Map(
    stats
      .filter(Boolean)
      .map((stat) => [Number.parseInt(stat, 10), Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2])]),
  );
}

function parse(listing: string): Map<number, number> {
  const rows = listing
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  return new Map(rows.map(([pid = 0, parent = 0]) => [pid, parent]));
}

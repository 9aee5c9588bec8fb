import { readdir, readFile } from 'node:fs/promises';

/**
 * Proportional set size of everything that was started for a folder, in MB: pages that several processes share count once.
 * Linux only; NaN elsewhere, or where other users' processes may not be looked at.
 */
export async function proportionalMegabytes(rootPid: number, octoDir: string): Promise<number> {
  const processes = await listProcesses();
  const isRoot = (pid: number, command: string) => pid === rootPid || command.includes(octoDir);
  const ours = new Set(processes.filter(({ pid, command }) => isRoot(pid, command)).map(({ pid }) => pid));
  for (let size = 0; size !== ours.size; ) {
    size = ours.size;
    for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid);
  }
  return await megabytesOf([...ours]);
}

/** Proportional set size of some processes, in MB. */
export async function megabytesOf(pids: readonly number[]): Promise<number> {
  const sizes = await Promise.all(pids.map(proportionalKilobytes));
  return sizes.length === 0 ? Number.NaN : sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

async function listProcesses(): Promise<{ pid: number; parent: number; command: string }[]> {
  const names = await readdir('/proc').catch(() => []);
  const found = names
    .filter((name) => /^\d+$/.test(name))
    .map(async (name) => {
      const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
      const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
      return { pid: Number(name), parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0), command };
    });
  return await Promise.all(found);
}

async function proportionalKilobytes(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch((error) =>
    error.code === 'ENOENT' || error.code === 'ESRCH' ? 'Pss: 0' : '',
  );
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? Number.NaN);
}

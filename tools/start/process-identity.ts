import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** A value that only this run of this process has, or undefined when no such process lives: pids are reused, above all in containers. */
export async function processIdentity(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return startTimeOf(pid);
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return undefined;
  // "pid (name) state ppid …": the name may hold spaces and parentheses; the start time is field 22.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return fields[0] === 'Z' ? undefined : `${bootId.trim()}/${fields[19]}`;
}

function startTimeOf(pid: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'lstart=', '-p', String(pid)], (_error, stdout) => resolve(stdout.trim() || undefined));
  });
}

import { cpus, loadavg, release, totalmem } from 'node:os';

/** What it was measured on, and how busy that was. */
export interface Machine {
  description: string;
  /** Load average over a minute: before the bench began, and at its end with its own work. */
  loadBefore: number;
  loadAfter: number;
}

export function describeMachine(loadBefore: number): Machine {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const description = `${cpus().length} × ${cpu?.model.trim()}, ${memory} GB, ${process.platform} ${release()}, Node ${process.versions.node}`;
  return { description, loadBefore, loadAfter: currentLoad() };
}

export function currentLoad(): number {
  return loadavg()[0] ?? Number.NaN;
}

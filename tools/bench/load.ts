import type { Child } from './child.ts';
import { converse } from './converse.ts';
import type { Cost } from './cost.ts';

export interface Load {
  /** One request as bytes; asked for anew each time. */
  request(): Buffer;
  count: number;
  connections: number;
}

/** Who does the work of a request: its CPU is counted. */
export type Worker = Pick<Child, 'cpuMicros'>;

/** Sends requests over a few connections, one at a time on each, and tells what they cost the server and whoever works for it. */
export async function measure(child: Child, load: Load, workers: readonly Worker[] = [child]): Promise<Cost> {
  const cpuBefore = await cpuOf(workers);
  const { seconds, latenciesMs } = await drive(child.url, load);
  const cpu = (await cpuOf(workers)) - cpuBefore;
  return { cpuMicrosPerRequest: cpu / load.count, requestsPerSecond: load.count / seconds, latenciesMs };
}

export async function cpuOf(workers: readonly Worker[]): Promise<number> {
  const used = await Promise.all(workers.map((worker) => worker.cpuMicros()));
  return used.reduce((sum, micros) => sum + micros, 0);
}

/** Sends them and returns how long that took. */
export async function drive(url: string, load: Load): Promise<{ seconds: number; latenciesMs: number[] }> {
  const began = performance.now();
  const latenciesMs: number[] = [];
  let left = load.count;
  const next = () => (left-- > 0 ? load.request() : undefined);
  const note = (ms: number) => latenciesMs.push(ms);
  await Promise.all(Array.from({ length: load.connections }, () => converse(url, next, note)));
  return { seconds: (performance.now() - began) / 1000, latenciesMs };
}

import type { Bench } from './bench.ts';
import { type Cost, type Summary, summaryOf } from './cost.ts';
import { ratiosOf, type Spread, spreadOf } from './statistics.ts';

export type Run = () => Promise<Cost>;

export interface Comparison {
  ours: Summary;
  floor: Summary;
  /** Ours divided by the floor of the same round. */
  cpu: Spread;
  throughput: Spread;
  latency: Spread;
}

export interface Controlled extends Comparison {
  /** The floor against another one that is the same: how far this is from 1 is noise. */
  control: Comparison;
}

// Enough for the compiler to have made up its mind about hot code.
const warmUps = 3;

/**
 * Runs all by turns, so that whatever else the machine does hits each alike; only ratios within a round count.
 * Returns the costs of each, round by round. Each round begins with another one.
 */
export async function byTurns(
  { signal }: Pick<Bench, 'signal'>,
  rounds: number,
  runs: readonly Run[],
): Promise<Cost[][]> {
  const costs: Cost[][] = runs.map(() => []);
  for (let round = -warmUps; round < rounds; round += 1) {
    for (let turn = 0; turn < runs.length; turn += 1) {
      signal.throwIfAborted();
      const index = (turn + round + warmUps) % runs.length;
      const cost = await runs[index]?.();
      if (cost && round >= 0) costs[index]?.push(cost);
    }
  }
  return costs;
}

export async function compare(
  bench: Pick<Bench, 'signal'>,
  rounds: number,
  { ours, floor, sameFloor = floor }: { ours: Run; floor: Run; sameFloor?: Run },
): Promise<Controlled> {
  const [ourCosts = [], floorCosts = [], sameCosts = []] = await byTurns(bench, rounds, [ours, floor, sameFloor]);
  return { ...comparisonOf(ourCosts, floorCosts), control: comparisonOf(sameCosts, floorCosts) };
}

export function comparisonOf(ours: readonly Cost[], floor: readonly Cost[]): Comparison {
  const spread = (of: (cost: Cost) => number) => spreadOf(ratiosOf(ours.map(of), floor.map(of)));
  return {
    ours: summaryOf(ours),
    floor: summaryOf(floor),
    cpu: spread((cost) => cost.cpuMicrosPerRequest),
    throughput: spread((cost) => cost.requestsPerSecond),
    latency: spread((cost) => summaryOf([cost]).p50Ms),
  };
}

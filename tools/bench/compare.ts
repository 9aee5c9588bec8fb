import type { Cost } from './load.ts';

type Run = () => Promise<Cost>;

export interface Comparison {
  ours: Cost;
  floor: Cost;
  /** Ours divided by the floor of the same round: median and quartiles over the rounds. */
  cpu: Spread;
  throughput: Spread;
}

export interface Spread {
  low: number;
  median: number;
  high: number;
}

// Enough for the compiler to have made up its mind about hot code.
const warmUps = 3;

/**
 * Runs all by turns, so that whatever else the machine does hits each alike; only ratios within a round count.
 * Returns the costs of each, round by round. Each round begins with another one.
 */
export async function byTurns(rounds: number, runs: readonly Run[]): Promise<Cost[][]> {
  const costs: Cost[][] = runs.map(() => []);
  for (let round = -warmUps; round < rounds; round += 1) {
    for (let turn = 0; turn < runs.length; turn += 1) {
      const index = (turn + round + warmUps) % runs.length;
      const cost = await runs[index]?.();
      if (cost && round >= 0) costs[index]?.push(cost);
    }
  }
  return costs;
}

export async function compare(rounds: number, ours: Run, floor: Run): Promise<Comparison> {
  const [ourCosts = [], floorCosts = []] = await byTurns(rounds, [ours, floor]);
  return comparisonOf(ourCosts, floorCosts);
}

export function comparisonOf(ours: readonly Cost[], floor: readonly Cost[]): Comparison {
  const ratios = (of: (cost: Cost) => number) =>
    spread(
      ours.map((cost, round) => of(cost) / of(floor[round] ?? { cpuMicrosPerRequest: NaN, requestsPerSecond: NaN })),
    );
  return {
    ours: medianCost(ours),
    floor: medianCost(floor),
    cpu: ratios((cost) => cost.cpuMicrosPerRequest),
    throughput: ratios((cost) => cost.requestsPerSecond),
  };
}

function medianCost(costs: readonly Cost[]): Cost {
  return {
    cpuMicrosPerRequest: spread(costs.map((cost) => cost.cpuMicrosPerRequest)).median,
    requestsPerSecond: spread(costs.map((cost) => cost.requestsPerSecond)).median,
  };
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

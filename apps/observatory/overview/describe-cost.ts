import type { OverviewCost } from '@octo/contracts/observatory-overview.ts';
import type { CostSample, CostWatch } from '../own-cost/watch-cost.ts';

/** What observing costs, as the observatory sees it of itself. */
export function describeCost(cost: CostWatch, storeLimitBytes: number, nowMs: number): OverviewCost {
  if (cost.latest() === undefined) cost.sample(nowMs);
  // A share of time is of two samples.
  const [first, ...steps] = cost.all();
  const { memoryBytes = 0, refused = 0, lost = 0, storeBytes = 0 } = steps.at(-1) ?? first ?? {};
  return {
    cpuShare: steps.at(-1)?.cpuShare ?? null,
    memoryBytes,
    spansPerSecond: steps.at(-1)?.spansPerSecond ?? null,
    refused,
    lost,
    storeBytes,
    storeLimitBytes,
    steps: thinned(steps).map(stepOf),
  };
}

const mostSteps = 120;

function thinned(samples: readonly CostSample[]): readonly CostSample[] {
  const every = Math.ceil(samples.length / mostSteps);
  return samples.filter((_, at) => (samples.length - 1 - at) % every === 0);
}

function stepOf({ atMs, cpuShare, memoryBytes, spansPerSecond }: CostSample): OverviewCost['steps'][number] {
  return { at: new Date(atMs).toISOString(), cpuShare, memoryBytes, spansPerSecond };
}

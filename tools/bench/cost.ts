import { medianOf, quantileOf } from './statistics.ts';

/** What some requests cost, all sent in one go. */
export interface Cost {
  cpuMicrosPerRequest: number;
  requestsPerSecond: number;
  /** How long each took, in milliseconds, in no order. Empty where nobody waited for each by itself. */
  latenciesMs: readonly number[];
}

/** What requests of one kind cost over all rounds. */
export interface Summary {
  requestsPerSecond: number;
  cpuMicrosPerRequest: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
}

/** Medians over the rounds; the quantiles are those of all requests together. */
export function summaryOf(costs: readonly Cost[]): Summary {
  const medianBy = (of: (cost: Cost) => number) => medianOf(costs.map(of).sort((a, b) => a - b));
  return {
    requestsPerSecond: medianBy((cost) => cost.requestsPerSecond),
    cpuMicrosPerRequest: medianBy((cost) => cost.cpuMicrosPerRequest),
    ...quantilesOf(costs.flatMap((cost) => cost.latenciesMs)),
  };
}

export function quantilesOf(latenciesMs: readonly number[]): Pick<Summary, 'p50Ms' | 'p95Ms' | 'p99Ms'> {
  const sorted = Float64Array.from(latenciesMs).sort();
  return { p50Ms: quantileOf(sorted, 0.5), p95Ms: quantileOf(sorted, 0.95), p99Ms: quantileOf(sorted, 0.99) };
}

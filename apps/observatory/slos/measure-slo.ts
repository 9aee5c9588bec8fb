import type { GoodAndBad } from '../alarms/burn-windows.ts';
import type { Readings } from '../alarms/readings.ts';
import type { CounterObjective, DistributionObjective, RequestObjective, Slo } from './slo.ts';

/** How many there were in a time, and how many of them were bad. */
export function measureSlo({ source }: Slo, readings: Readings, windowMs: number): GoodAndBad {
  switch (source.kind) {
    case 'requests':
      return ofRequests(source, readings, windowMs);
    case 'counter':
      return ofCounter(source, readings, windowMs);
    case 'distribution':
      return ofDistribution(source, readings, windowMs);
  }
}

function ofRequests(source: RequestObjective, readings: Readings, windowMs: number): GoodAndBad {
  const { withinMs } = source;
  const { requests, errors, within } = readings.requests(source, windowMs, withinMs);
  // What failed is counted by availability, and nobody asks how quickly it did.
  if (withinMs === undefined) return { all: requests, bad: errors };
  return { all: requests - errors, bad: requests - errors - within };
}

function ofCounter({ metric, service, attribute, bad }: CounterObjective, readings: Readings, windowMs: number) {
  const question = { metric, service, take: 'increase' } as const;
  const where = { attribute, values: bad };
  return {
    all: readings.metric(question, windowMs) ?? 0,
    bad: readings.metric({ ...question, where }, windowMs) ?? 0,
  };
}

function ofDistribution({ metric, service, within }: DistributionObjective, readings: Readings, windowMs: number) {
  const all = readings.metric({ metric, service, take: 'increase' }, windowMs) ?? 0;
  const good = readings.metric({ metric, service, take: { within } }, windowMs) ?? 0;
  return { all, bad: all - good };
}

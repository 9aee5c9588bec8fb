import type { Attributes } from '@opentelemetry/api';
import type { Metric } from '../../metrics/definition.ts';
import type { MetricsReading } from '../../metrics/meter-provider.ts';
import type { Monitored } from './monitored.ts';

export interface Measured {
  name: string;
  unit: string;
  value: number;
}

/** What was counted and added up. */
interface Sums {
  count: number;
  sum: number;
}

type Wanted = (attributes: Attributes) => boolean;

/** What happened between two readings, each of which is a sum since the process began. */
interface Interval {
  reading: MetricsReading;
  grown(metric: Metric, wanted?: Wanted): Sums;
}

/** Makes readings into what OCI Monitoring is told; what cannot be said of an interval is left out. */
export function createIntervals(table: readonly Monitored[]): (reading: MetricsReading) => Measured[] {
  let before = new Map<string, SeriesSums>();
  const failingSince = new Map<string, number>();
  return (reading) => {
    const sums = sumsOf(reading);
    const interval: Interval = { reading, grown: (metric, wanted) => grownBy(metric, sums, before, wanted) };
    const measured = table.flatMap((entry) => {
      const value = readingOf(entry, interval, failingSince);
      return value === undefined ? [] : [{ name: entry.name, unit: entry.unit, value }];
    });
    before = sums;
    return measured;
  };
}

function readingOf(entry: Monitored, interval: Interval, failingSince: Map<string, number>): number | undefined {
  switch (entry.as) {
    case 'value':
      return momentOf(entry.of, interval.reading);
    case 'count': {
      const { having } = entry;
      const wanted: Wanted = (attributes) => having === undefined || attributes[having] !== undefined;
      return entry.of.reduce((total, metric) => total + interval.grown(metric, wanted).count, 0);
    }
    case 'meanMs': {
      const { count, sum } = interval.grown(entry.of);
      return count === 0 ? undefined : (sum / count) * 1000;
    }
    case 'failingFor': {
      const isSuccess: Wanted = (attributes) => attributes[entry.attribute] === entry.success;
      const { readAtMs } = interval.reading;
      const hasFailed = interval.grown(entry.of, (attributes) => !isSuccess(attributes)).count > 0;
      if (interval.grown(entry.of, isSuccess).count > 0) failingSince.delete(entry.name);
      else if (hasFailed && !failingSince.has(entry.name)) failingSince.set(entry.name, readAtMs);
      return (readAtMs - (failingSince.get(entry.name) ?? readAtMs)) / 1000;
    }
  }
}

interface SeriesSums extends Sums {
  metric: string;
  attributes: Attributes;
}

/** Of each series, by its name and attributes. */
function sumsOf({ metrics }: MetricsReading): Map<string, SeriesSums> {
  const sums = new Map<string, SeriesSums>();
  for (const { name: metric, points } of metrics)
    for (const point of points) {
      const { attributes } = point;
      const both = 'counts' in point ? point : { count: point.value, sum: point.value };
      sums.set(`${metric} ${JSON.stringify(attributes)}`, { metric, attributes, count: both.count, sum: both.sum });
    }
  return sums;
}

function grownBy({ name }: Metric, now: Map<string, SeriesSums>, before: Map<string, Sums>, wanted?: Wanted): Sums {
  const total = { count: 0, sum: 0 };
  for (const [key, series] of now) {
    if (series.metric !== name || wanted?.(series.attributes) === false) continue;
    const last = before.get(key);
    total.count += series.count - (last?.count ?? 0);
    total.sum += series.sum - (last?.sum ?? 0);
  }
  return total;
}

/** The value of a metric that has one series. */
function momentOf({ name }: Metric, { metrics }: MetricsReading): number | undefined {
  const metric = metrics.find((one) => one.name === name);
  return metric === undefined || metric.type === 'histogram' ? undefined : metric.points[0]?.value;
}

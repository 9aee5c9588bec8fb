import type {
  Attributes,
  BatchObservableCallback,
  Meter,
  MetricOptions,
  Observable,
  ObservableResult,
} from '@opentelemetry/api';
import type { MetricType } from './definition.ts';
import { createDistribution, type Distribution, defaultBuckets } from './distribution.ts';
import type { MetricData } from './metric-data.ts';
import { createObserved, type Observed } from './observed.ts';
import { createSum, numberSeries } from './sum.ts';

/** A meter of the OpenTelemetry API that can be read. */
export interface ReadableMeter extends Meter {
  /** Every metric that has a value, as it is now. */
  read(): Promise<MetricData[]>;
}

/**
 * Keeps what is recorded, summed up since the beginning. An instrument that is asked for again is the one there is; what a
 * record costs is looking up its set of attributes, and of a frozen set next to nothing.
 */
export function createMeter(): ReadableMeter {
  const instruments = new Map<string, unknown>();
  const readers: (() => MetricData)[] = [];
  const observed = new Set<Observed>();
  const batches = new Map<BatchObservableCallback, Set<Observable>>();

  function kept<T>(name: string, create: () => T): T {
    const known = instruments.get(name);
    if (known !== undefined) return asCreated<T>(known);
    const created = create();
    instruments.set(name, created);
    return created;
  }
  const sum = (name: string, type: 'counter' | 'upDownCounter', options: MetricOptions = {}) =>
    kept(name, () => {
      const created = createSum(type === 'counter');
      readers.push(() => ({ ...described(name, options), type, points: created.series.all() }));
      return created;
    });
  const watched = (name: string, type: Exclude<MetricType, 'histogram'>, options: MetricOptions = {}) =>
    kept(name, () => {
      const created = createObserved();
      observed.add(created);
      readers.push(() => ({ ...described(name, options), type, points: created.series.all() }));
      return created;
    });

  return {
    createCounter: (name, options) => sum(name, 'counter', options),
    createUpDownCounter: (name, options) => sum(name, 'upDownCounter', options),
    createHistogram: (name, options = {}) => kept(name, () => histogram(name, options, readers)),
    createGauge: (name, options = {}) =>
      kept(name, () => {
        const series = numberSeries();
        readers.push(() => ({ ...described(name, options), type: 'gauge', points: series.all() }));
        const record = (value: number, attributes?: Attributes) => {
          if (Number.isFinite(value)) series.of(attributes).value = value;
        };
        return { record };
      }),
    createObservableCounter: (name, options) => watched(name, 'counter', options),
    createObservableUpDownCounter: (name, options) => watched(name, 'upDownCounter', options),
    createObservableGauge: (name, options) => watched(name, 'gauge', options),
    addBatchObservableCallback: (callback, observables) => void batches.set(asAny(callback), new Set(observables)),
    removeBatchObservableCallback: (callback) => void batches.delete(asAny(callback)),
    read: async () => {
      await Promise.all([...observed].map((one) => one.look()));
      await Promise.allSettled([...batches].map(async ([callback, members]) => callback({ observe: among(members) })));
      return readers.map((read) => read()).filter(({ points }) => points.length > 0);
    },
  };
}

function histogram(name: string, options: MetricOptions, readers: (() => MetricData)[]): Distribution {
  const buckets = options.advice?.explicitBucketBoundaries ?? defaultBuckets;
  const created = createDistribution(buckets);
  readers.push(() => ({ ...described(name, options), type: 'histogram', buckets, points: created.read() }));
  return created;
}

function described(name: string, { unit = '', description = '' }: MetricOptions) {
  return { name, unit, description };
}

/** Observes for those alone that a callback was added for. */
function among(members: ReadonlySet<Observable>) {
  return (metric: Observable, value: number, attributes?: Attributes) => {
    if (members.has(metric)) asObserved(metric).observe(value, attributes);
  };
}

/** Every observable that a meter of ours hands out is one of these. */
function asObserved(metric: Observable): Pick<ObservableResult, 'observe'> {
  return metric as Observed;
}

/** A name stands for one instrument of one kind. */
function asCreated<T>(instrument: unknown): T {
  return instrument as T;
}

/** The API types a callback by the attributes it means to give; any will do. */
function asAny(callback: unknown): BatchObservableCallback {
  return callback as BatchObservableCallback;
}

import { type Attributes, type Context, type Meter, metrics, type ObservableCallback } from '@opentelemetry/api';
import type { Metric } from './definition.ts';

interface Instrument {
  note(value: number, attributes?: Attributes, from?: Context): void;
}

/** Telemetry may be installed after the modules that record were loaded, as in tests. */
let madeFor: unknown;
let made = new Map<Metric, Instrument>();

/**
 * Adds to a sum, or records a value of a histogram or gauge. Keep frozen the attributes that come often. A value of a histogram
 * belongs to the active span, unless it is said in which context it was measured.
 */
export function note(metric: Metric, value: number, attributes?: Attributes, from?: Context): void {
  const provider = metrics.getMeterProvider();
  if (provider !== madeFor) {
    madeFor = provider;
    made = new Map();
  }
  let instrument = made.get(metric);
  if (instrument === undefined) {
    instrument = createInstrument(provider.getMeter('octo'), metric);
    made.set(metric, instrument);
  }
  instrument.note(value, attributes, from);
}

/** Has a metric ask for its values whenever somebody looks; until it is disposed of. */
export function observe(metric: Metric, callback: ObservableCallback): Disposable {
  const observable = createObservable(metrics.getMeter('octo'), metric);
  observable.addCallback(callback);
  return { [Symbol.dispose]: () => observable.removeCallback(callback) };
}

function createInstrument(meter: Meter, metric: Metric): Instrument {
  const options = optionsOf(metric);
  if (metric.type === 'histogram') {
    const made = meter.createHistogram(metric.name, options);
    return { note: (value, attributes, from) => made.record(value, attributes, from) };
  }
  if (metric.type === 'gauge') {
    const made = meter.createGauge(metric.name, options);
    return { note: (value, attributes) => made.record(value, attributes) };
  }
  const made =
    metric.type === 'counter'
      ? meter.createCounter(metric.name, options)
      : meter.createUpDownCounter(metric.name, options);
  return { note: (value, attributes) => made.add(value, attributes) };
}

function createObservable(meter: Meter, metric: Metric) {
  const options = optionsOf(metric);
  if (metric.type === 'counter') return meter.createObservableCounter(metric.name, options);
  if (metric.type === 'upDownCounter') return meter.createObservableUpDownCounter(metric.name, options);
  return meter.createObservableGauge(metric.name, options);
}

function optionsOf({ unit, meaning, buckets }: Metric) {
  return {
    unit,
    description: meaning,
    ...(buckets === undefined ? {} : { advice: { explicitBucketBoundaries: [...buckets] } }),
  };
}

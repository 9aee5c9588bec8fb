/** What a metric is: a sum that only grows, one that goes both ways, a value of this moment, or a distribution. */
export type MetricType = 'counter' | 'upDownCounter' | 'gauge' | 'histogram';

/** One metric of the catalogue: its instrument is made from this, and so is its page in the docs. */
export interface Metric {
  readonly name: string;
  readonly type: MetricType;
  /** UCUM, e.g. `s`, `By`, `{order}`, `1`. */
  readonly unit: string;
  readonly meaning: string;
  /** The names of the attributes that tell its series apart; each has few values. */
  readonly attributes: readonly string[];
  /** Upper bounds of the buckets of a histogram. */
  readonly buckets?: readonly number[];
  /** Defined by the OpenTelemetry semantic conventions, not by us. */
  readonly isStandard?: true;
  /** It may still change, there or from one release of ours to the next. */
  readonly isExperimental?: true;
}

/** A metric of the semantic conventions that may still change there. */
export const proposed = { isStandard: true, isExperimental: true } as const;

export type MetricDetails = Omit<Metric, 'name' | 'type'>;

export function counter(name: string, details: MetricDetails): Metric {
  return { name, type: 'counter', ...details };
}

export function upDownCounter(name: string, details: MetricDetails): Metric {
  return { name, type: 'upDownCounter', ...details };
}

export function gauge(name: string, details: MetricDetails): Metric {
  return { name, type: 'gauge', ...details };
}

export function histogram(name: string, details: MetricDetails & { readonly buckets: readonly number[] }): Metric {
  return { name, type: 'histogram', ...details };
}

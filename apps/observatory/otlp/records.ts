/** By the numbers of Span.SpanKind, one less; unspecified is internal. */
export const spanKinds = ['internal', 'server', 'client', 'producer', 'consumer'] as const;
/** By the numbers of Status.StatusCode. */
export const spanStatuses = ['unset', 'ok', 'error'] as const;

export const serverKind = spanKinds.indexOf('server');
export const errorStatus = spanStatuses.indexOf('error');

export type Scalar = string | number | boolean;
/** Name → value without nesting. */
export type FlatAttributes = Record<string, Scalar | Scalar[]>;

export interface Resource {
  readonly service: string;
  readonly attributes: FlatAttributes;
}

export interface SpanEventRecord {
  timeNano: bigint;
  name: string;
  attributes: FlatAttributes;
}

export interface SpanLinkRecord {
  traceId: string;
  spanId: string;
  attributes: FlatAttributes;
}

/** A span as it was sent, ids in hex; an id that is missing is empty. */
export interface SpanRecord {
  traceId: string;
  spanId: string;
  parentSpanId: string;
  name: string;
  /** Index into spanKinds. */
  kind: number;
  startNano: bigint;
  endNano: bigint;
  /** Index into spanStatuses. */
  status: number;
  statusMessage: string;
  attributes: FlatAttributes;
  events: SpanEventRecord[];
  links: SpanLinkRecord[];
}

export interface LogLine {
  timeNano: bigint;
  severity: string;
  body: string;
  traceId: string;
  spanId: string;
  attributes: FlatAttributes;
}

export type MetricKind = 'gauge' | 'sum' | 'histogram' | 'summary';

/** How many values were above `lower` and at most `upper`; null is without a bound. */
export interface BucketCount {
  lower: number | null;
  upper: number | null;
  count: number;
}

/** One measurement and the span that it was made in. */
export interface ExemplarRecord {
  timeNano: bigint;
  value: number;
  traceId: string;
  spanId: string;
}

/** One point of one series, as it was sent. */
export interface MetricPointRecord {
  name: string;
  description: string;
  unit: string;
  kind: MetricKind;
  /** Told since the point before, not since the start. */
  isDelta: boolean;
  /** A sum that only grows. */
  isMonotonic: boolean;
  /** When its sum began; 0 when it was not said. */
  startNano: bigint;
  timeNano: bigint;
  attributes: FlatAttributes;
  /** Of a gauge or sum. */
  value: number | undefined;
  /** Of a histogram or summary. */
  count: number | undefined;
  sum: number | undefined;
  /** Those with something in them, from the lowest up. */
  buckets: BucketCount[];
  exemplars: ExemplarRecord[];
}

/** A point without anything in it. */
export function emptyPoint(kind: MetricKind): Omit<MetricPointRecord, 'name' | 'description' | 'unit'> {
  return {
    kind,
    isDelta: false,
    isMonotonic: false,
    startNano: 0n,
    timeNano: 0n,
    attributes: {},
    value: undefined,
    count: undefined,
    sum: undefined,
    buckets: [],
    exemplars: [],
  };
}

/** What one resource sent in one request. */
export interface FromResource<Item> {
  readonly resource: Resource;
  readonly items: Item[];
}

export function emptySpan(): SpanRecord {
  return {
    traceId: '',
    spanId: '',
    parentSpanId: '',
    name: '',
    kind: 0,
    startNano: 0n,
    endNano: 0n,
    status: 0,
    statusMessage: '',
    attributes: {},
    events: [],
    links: [],
  };
}

export function emptyLog(): LogLine {
  return { timeNano: 0n, severity: '', body: '', traceId: '', spanId: '', attributes: {} };
}

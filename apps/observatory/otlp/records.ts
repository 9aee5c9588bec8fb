/** By the numbers of Span.SpanKind, one less; unspecified is internal. */
export const spanKinds = ['internal', 'server', 'client', 'producer', 'consumer'] as const;
/** By the numbers of Status.StatusCode. */
export const spanStatuses = ['unset', 'ok', 'error'] as const;

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

/** The newest point of one series. */
export interface MetricPointRecord {
  name: string;
  description: string;
  unit: string;
  kind: MetricKind;
  timeNano: bigint;
  attributes: FlatAttributes;
  /** Of a gauge or sum. */
  value: number | undefined;
  /** Of a histogram or summary. */
  count: number | undefined;
  sum: number | undefined;
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

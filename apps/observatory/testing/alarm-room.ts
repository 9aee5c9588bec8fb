import { resourceOf } from '../otlp/limits.ts';
import { emptyPoint, emptySpan } from '../otlp/records.ts';
import type { AlarmStateName } from '../store/alarms/alarm-records.ts';
import type { Arrival } from '../store/arrivals.ts';
import { newId, newTraceId } from './otlp-json.ts';
import { createTestObservatory, type TestObservatory } from './test-observatory.ts';

/** What a test says of requests; the rest is made up. */
export interface SomeRequests {
  readonly service: string;
  readonly workflow: string;
  readonly name?: string;
  readonly count: number;
  readonly errors?: number;
  readonly durationMs?: number;
  readonly agoMs?: number;
  readonly attributes?: Record<string, string>;
}

/** What a test says of a metric that grew, of values that were measured, or of what a gauge is. */
export interface SomeMetric {
  readonly service: string;
  readonly name: string;
  readonly attributes?: Record<string, string>;
  readonly grew?: number;
  readonly values?: readonly number[];
  readonly is?: number;
}

/** An observatory whose clock a test moves, and which looks at its alarms when it is told to. */
export interface AlarmRoom extends AsyncDisposable {
  readonly t: TestObservatory;
  nowMs(): number;
  pass(ms: number): void;
  request(requests: SomeRequests): void;
  /** Spans of work inside a service, by their name. */
  work(service: string, name: string, count: number): void;
  measure(metric: SomeMetric): void;
  /** Looks every ten seconds for so long. */
  lookFor(ms: number, meanwhile?: () => void): Promise<void>;
  stateOf(id: string): AlarmStateName | undefined;
  /** Every alarm that is not quiet. */
  loud(): string[];
}

const stepMs = 10_000;

export async function openAlarmRoom(
  env: Record<string, string> = {},
  {
    startMs = Date.UTC(2026, 10, 2, 3),
    ...overrides
  }: { startMs?: number } & Parameters<typeof createTestObservatory>[1] = {},
): Promise<AlarmRoom> {
  let nowMs = startMs;
  const clock = { now: () => new Date(nowMs) };
  const t = await createTestObservatory(env, { ...overrides, clock });
  const { alarms, store, cost } = t.observatory;
  const stateOf = (id: string) => alarms.get(id).state?.state;
  return {
    t,
    nowMs: () => nowMs,
    pass(ms) {
      nowMs += ms;
    },
    request: (requests) => void store.write([arrivalOf(requests, nowMs)]),
    work: (service, name, count) => void store.write([arrivalOf({ service, name, count, workflow: '' }, nowMs, 0)]),
    measure: (metric) => void store.write([pointOf(metric, nowMs)]),
    async lookFor(ms, meanwhile) {
      for (const endMs = nowMs + ms; nowMs < endMs; nowMs += stepMs) {
        meanwhile?.();
        cost.sample(nowMs);
        await alarms.look();
      }
    },
    stateOf,
    loud: () =>
      alarms
        .all()
        .filter(({ state }) => state?.state === 'firing' || state?.state === 'pending')
        .map(({ rule }) => rule.id),
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

function arrivalOf(requests: SomeRequests, nowMs: number, kind = 1): Arrival {
  const {
    service,
    workflow,
    name = 'GET /',
    count,
    errors = 0,
    durationMs = 20,
    agoMs = 0,
    attributes = {},
  } = requests;
  const endNano = BigInt(nowMs - agoMs) * 1_000_000n;
  const items = Array.from({ length: count }, (_, at) => ({
    ...emptySpan(),
    traceId: newTraceId(),
    spanId: newId(8),
    kind,
    name,
    startNano: endNano - BigInt(durationMs) * 1_000_000n,
    endNano,
    status: at < errors ? 2 : 0,
    attributes: { 'octo.workflow.id': workflow, ...attributes },
  }));
  return {
    signal: 'traces',
    content: { resource: resourceOf({ 'service.name': service }), items, isUntrusted: false },
  };
}

function pointOf({ service, name, attributes = {}, grew, values = [], is }: SomeMetric, nowMs: number): Arrival {
  const kind = is !== undefined ? 'gauge' : grew === undefined ? 'histogram' : 'sum';
  const about = { ...emptyPoint(kind), name, attributes, description: '', unit: '', isDelta: is === undefined };
  const spread = {
    count: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    buckets: values.toSorted((one, other) => one - other).map((value) => ({ lower: value, upper: value, count: 1 })),
  };
  const amount = kind === 'histogram' ? spread : { value: is ?? grew, isMonotonic: kind === 'sum' };
  const item = { ...about, ...amount, timeNano: BigInt(nowMs) * 1_000_000n };
  return { signal: 'metrics', content: { resource: resourceOf({ 'service.name': service }), items: [item] } };
}

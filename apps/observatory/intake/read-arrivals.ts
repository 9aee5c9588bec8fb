import type { Format, Signal } from '../otlp/answer.ts';
import { readLogs as readJsonLogs } from '../otlp/json/logs.ts';
import { readMetrics as readJsonMetrics } from '../otlp/json/metrics.ts';
import { readTraces as readJsonTraces } from '../otlp/json/traces.ts';
import { newTally, reject, type Tally } from '../otlp/limits.ts';
import { readLogs } from '../otlp/protobuf/logs.ts';
import { readMetrics } from '../otlp/protobuf/metrics.ts';
import { readTraces } from '../otlp/protobuf/traces.ts';
import type { FromResource, SpanRecord } from '../otlp/records.ts';
import { faultOfSpan, latestNano, withoutNonsense } from '../otlp/validity.ts';
import type { Arrival } from '../store/arrivals.ts';

export interface ReadArrivals {
  readonly arrivals: Arrival[];
  readonly tally: Tally;
}

/** Reads the body of an export request, and leaves out what is not believed. Throws Invalid for one that is none. */
export function readArrivals(signal: Signal, format: Format, body: Buffer, nowMs: number): ReadArrivals {
  const tally = newTally();
  const read = readers[signal][format](body, tally, nowMs);
  return { arrivals: read.filter(({ content }) => content.items.length > 0), tally };
}

type Read = (body: Buffer, tally: Tally, nowMs: number) => Arrival[];

const readers: Readonly<Record<Signal, Record<Format, Read>>> = {
  traces: { protobuf: tracesBy(readTraces), json: tracesBy(readJsonTraces) },
  logs: {
    protobuf: (body, tally, nowMs) => logArrivals(readLogs(body, tally), tally, nowMs),
    json: (body, tally, nowMs) => logArrivals(readJsonLogs(body, tally), tally, nowMs),
  },
  metrics: {
    protobuf: (body, tally, nowMs) => metricArrivals(readMetrics(body, tally), tally, nowMs),
    json: (body, tally, nowMs) => metricArrivals(readJsonMetrics(body, tally), tally, nowMs),
  },
};

function tracesBy(read: (body: Buffer, tally: Tally) => FromResource<SpanRecord>[]): Read {
  return (body, tally, nowMs) =>
    read(body, tally).map((part) => {
      const items = believed(part.items, tally, (span) => faultOfSpan(span, nowMs));
      return {
        signal: 'traces',
        content: { ...part, items: items.map((span) => withoutNonsense(span, tally, nowMs)), isUntrusted: false },
      };
    });
}

function logArrivals(parts: ReturnType<typeof readLogs>, tally: Tally, nowMs: number): Arrival[] {
  const fault = faultOfTime('a log record lies in the future, or before 1970', nowMs);
  return parts.map((part) => ({ signal: 'logs', content: { ...part, items: believed(part.items, tally, fault) } }));
}

function metricArrivals(parts: ReturnType<typeof readMetrics>, tally: Tally, nowMs: number): Arrival[] {
  const fault = faultOfTime('a metric point lies in the future, or before 1970', nowMs);
  return parts.map((part) => ({ signal: 'metrics', content: { ...part, items: believed(part.items, tally, fault) } }));
}

function faultOfTime(fault: string, nowMs: number) {
  const latest = latestNano(nowMs);
  return ({ timeNano }: { timeNano: bigint }) => (timeNano > latest || timeNano < 0n ? fault : undefined);
}

/** The items without a fault; the others are counted. */
export function believed<Item>(
  items: readonly Item[],
  tally: Tally,
  faultOf: (item: Item) => string | undefined,
): Item[] {
  return items.filter((item) => {
    const fault = faultOf(item);
    if (fault !== undefined) reject(tally, fault);
    return fault === undefined;
  });
}

import type { DatabaseSync } from 'node:sqlite';
import type { ServiceSummary } from '@octo/contracts/observatory-services.ts';
import { nanoText } from '../nano.ts';
import { percentile } from './duration-buckets.ts';

export interface ServiceReader {
  list(windowMinutes: number, nowMs: number): Promise<ServiceSummary[]>;
}

interface Count {
  bucket: number;
  requests: number;
  errors: number;
}

/** Of each service, by the name of a route or by the number of a step of time. */
type Counts<Part> = Map<string, Map<Part, Map<number, Count>>>;

const mostSteps = 60;
const mostRoutes = 50;
const minuteUs = 60_000_000;
/** Of a busy platform these are thousands of rows; then others get their turn. */
const minutesAtOnce = 20;

export function serviceReader(db: DatabaseSync): ServiceReader {
  const counted = db.prepare(
    'select service, name, minute, bucket, requests, errors from request_minutes where minute > ? and minute <= ?',
  );
  counted.setReturnArrays(true);
  const seen = db.prepare(
    `select service, sum(spans) as spans, max(last_us) as last_us from service_minutes where minute > ?
     group by service order by service`,
  );

  /** Counts by route and by step, over minutes of which the last one is open: clocks may be ahead of ours. */
  async function read(before: number, windowMinutes: number, stepMinutes: number) {
    const names: Counts<string> = new Map();
    const steps: Counts<number> = new Map();
    for (let from = before; from < before + windowMinutes; from += minutesAtOnce) {
      const isLast = from + minutesAtOnce >= before + windowMinutes;
      const to = isLast ? Number.MAX_SAFE_INTEGER : from + minutesAtOnce;
      for (const row of counted.all(from, to)) {
        const [service, name, minute, bucket, requests, errors] = asCounted(row);
        add(names, service, name, { bucket, requests, errors });
        add(steps, service, Math.floor((minute - before - 1) / stepMinutes), { bucket, requests, errors });
      }
      if (!isLast) await new Promise(setImmediate);
    }
    return { names, steps };
  }

  return {
    async list(windowMinutes, nowMs) {
      const before = Math.floor(nowMs / 60_000) - windowMinutes;
      const stepMinutes = Math.ceil(windowMinutes / mostSteps);
      const { names, steps } = await read(before, windowMinutes, stepMinutes);
      return seen.all(before).map(({ service: name, spans, last_us }) => {
        const service = String(name);
        const byName = listsOf(names.get(service));
        return {
          service,
          ...rateOf([...byName.values()].flat(), windowMinutes),
          spans: Number(spans),
          lastSeenUnixNano: nanoText({ us: Number(last_us), rest: 0 }),
          routes: routesOf(byName, windowMinutes),
          minutes: stepsOf(listsOf(steps.get(service)), { first: before + 1, stepMinutes, windowMinutes }),
        };
      });
    },
  };
}

function add<Part>(to: Counts<Part>, service: string, part: Part, count: Count): void {
  const parts = entry(to, service, () => new Map<Part, Map<number, Count>>());
  const buckets = entry(parts, part, () => new Map<number, Count>());
  const known = buckets.get(count.bucket);
  if (known) {
    known.requests += count.requests;
    known.errors += count.errors;
  } else buckets.set(count.bucket, count);
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}

function listsOf<Part>(parts: Map<Part, Map<number, Count>> | undefined): Map<Part, Count[]> {
  return new Map([...(parts ?? [])].map(([part, buckets]) => [part, [...buckets.values()]]));
}

function rateOf(counts: readonly Count[], windowMinutes: number) {
  const requests = sum(counts, 'requests');
  const errors = sum(counts, 'errors');
  const durations = durationsOf(counts);
  return {
    requests,
    requestsPerMinute: Math.round((requests / windowMinutes) * 1000) / 1000,
    errors,
    errorRate: requests === 0 ? 0 : errors / requests,
    p50Ms: percentile(durations, 0.5),
    p95Ms: percentile(durations, 0.95),
    p99Ms: percentile(durations, 0.99),
  };
}

function routesOf(counts: ReadonlyMap<string, Count[]>, windowMinutes: number): ServiceSummary['routes'] {
  return [...counts]
    .map(([name, own]) => ({ name, ...rateOf(own, windowMinutes) }))
    .sort((one, other) => other.requests - one.requests || (one.name < other.name ? -1 : 1))
    .slice(0, mostRoutes);
}

interface Steps {
  /** The minute that the window begins with. */
  first: number;
  stepMinutes: number;
  windowMinutes: number;
}

function stepsOf(
  byStep: ReadonlyMap<number, Count[]>,
  { first, stepMinutes, windowMinutes }: Steps,
): ServiceSummary['minutes'] {
  return Array.from({ length: Math.ceil(windowMinutes / stepMinutes) }, (_, step) => {
    const own = byStep.get(step) ?? [];
    return {
      startTimeUnixNano: nanoText({ us: (first + step * stepMinutes) * minuteUs, rest: 0 }),
      requests: sum(own, 'requests'),
      errors: sum(own, 'errors'),
      p95Ms: percentile(durationsOf(own), 0.95),
    };
  });
}

function durationsOf(counts: readonly Count[]): Map<number, number> {
  const durations = new Map<number, number>();
  for (const { bucket, requests } of counts) durations.set(bucket, (durations.get(bucket) ?? 0) + requests);
  return durations;
}

function sum(counts: readonly Count[], column: 'requests' | 'errors'): number {
  return counts.reduce((total, count) => total + count[column], 0);
}

type Counted = readonly [
  service: string,
  name: string,
  minute: number,
  bucket: number,
  requests: number,
  errors: number,
];

/** The columns of the statement are these, as a list: of many thousand rows objects would take most of the time. */
function asCounted(row: object): Counted {
  return row as unknown as Counted;
}

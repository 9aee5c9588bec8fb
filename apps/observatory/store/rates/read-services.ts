import type { DatabaseSync } from 'node:sqlite';
import type { ServiceSummary } from '@octo/contracts/observatory-services.ts';
import { nanoText } from '../nano.ts';
import { percentile } from './duration-buckets.ts';

export interface ServiceReader {
  list(windowMinutes: number, nowMs: number): Promise<ServiceSummary[]>;
}

interface Count {
  service: string;
  /** The name of a route, or the number of a step of time. */
  part: string | number;
  bucket: number;
  requests: number;
  errors: number;
}

const mostSteps = 60;
const mostRoutes = 50;
const minuteUs = 60_000_000;
/** Of a busy platform these are thousands of rows; then others get their turn. */
const minutesAtOnce = 20;

export function serviceReader(db: DatabaseSync): ServiceReader {
  // SQLite adds up: a day of a busy platform is a million rows.
  const sums = 'bucket, sum(requests) as requests, sum(errors) as errors';
  const range = 'from request_minutes where minute > ?1 and minute <= ?2';
  const byName = db.prepare(`select service, name as part, ${sums} ${range} group by service, name, bucket`);
  const byStep = db.prepare(
    `select service, cast((minute - ?3 - 1) / ?4 as integer) as part, ${sums} ${range} group by 1, 2, bucket`,
  );
  const seen = db.prepare(
    `select service, sum(spans) as spans, max(last_us) as last_us from service_minutes where minute > ?
     group by service order by service`,
  );

  /** Counts by route and by step, over minutes of which the last one is open: clocks may be ahead of ours. */
  async function read(before: number, windowMinutes: number, stepMinutes: number) {
    const [names, steps] = [countSums(), countSums()];
    for (let from = before; from < before + windowMinutes; from += minutesAtOnce) {
      const isLast = from + minutesAtOnce >= before + windowMinutes;
      const to = isLast ? Number.MAX_SAFE_INTEGER : from + minutesAtOnce;
      names.add(byName.all(from, to).map(asCount));
      steps.add(byStep.all(from, to, before, stepMinutes).map(asCount));
      if (!isLast) await new Promise(setImmediate);
    }
    return { counts: names.byService(), steps: steps.byService() };
  }

  return {
    async list(windowMinutes, nowMs) {
      const before = Math.floor(nowMs / 60_000) - windowMinutes;
      const stepMinutes = Math.ceil(windowMinutes / mostSteps);
      const { counts, steps } = await read(before, windowMinutes, stepMinutes);
      return seen.all(before).map(({ service: name, spans, last_us }) => {
        const service = String(name);
        const own = counts.get(service) ?? [];
        return {
          service,
          ...rateOf(own, windowMinutes),
          spans: Number(spans),
          lastSeenUnixNano: nanoText({ us: Number(last_us), rest: 0 }),
          routes: routesOf(own, windowMinutes),
          minutes: stepsOf(steps.get(service) ?? [], { first: before + 1, stepMinutes, windowMinutes }),
        };
      });
    },
  };
}

/** Adds up counts that were read bit by bit. */
function countSums() {
  const sums = new Map<string, Count>();
  return {
    add(counts: readonly Count[]) {
      for (const count of counts) {
        const key = `${count.service}\n${count.part}\n${count.bucket}`;
        const known = sums.get(key);
        if (known) {
          known.requests += count.requests;
          known.errors += count.errors;
        } else sums.set(key, count);
      }
    },
    byService: () => Map.groupBy(sums.values(), ({ service }) => service),
  };
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

function routesOf(counts: readonly Count[], windowMinutes: number): ServiceSummary['routes'] {
  return [...Map.groupBy(counts, ({ part }) => String(part))]
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

function stepsOf(counts: readonly Count[], { first, stepMinutes, windowMinutes }: Steps): ServiceSummary['minutes'] {
  const byStep = Map.groupBy(counts, ({ part }) => part);
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

/** The columns of both statements are these. */
function asCount(row: object): Count {
  return row as Count;
}

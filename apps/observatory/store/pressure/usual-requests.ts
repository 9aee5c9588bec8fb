import type { DatabaseSync } from 'node:sqlite';
import { errorStatus, serverKind } from '../../otlp/records.ts';
import type { ArrivedSpan } from '../arrivals.ts';
import { bucketOf } from '../rates/duration-buckets.ts';
import { otherNames } from '../rates/known-names.ts';
import { durationMsOf } from '../traces/trace-summary.ts';

/**
 * What the spans of a trace are worth to somebody who looks for trouble. `special`: an error, slower than 95 of 100 of
 * its route, or of a route that is seldom asked for. `unknown`: nothing in them is a request.
 */
export type Worth = 'special' | 'ordinary' | 'unknown';

export interface UsualRequests {
  worthOf(spans: readonly ArrivedSpan[], nowMs: number): Worth;
}

const windowMinutes = 10;
const goodForMs = 15_000;
/** Of fewer in that time, each is worth keeping. */
const fewRequests = 50;
const slowShare = 0.95;

/** Knows by the rates of the last minutes what is usual of each route. */
export function usualRequests(db: DatabaseSync): UsualRequests {
  const counts = db.prepare(
    `select service, name, bucket, sum(requests) as requests from request_minutes where minute > ?
     group by service, name, bucket order by service, name, bucket`,
  );
  let slowFrom = new Map<string, number>();
  let readMs = Number.NEGATIVE_INFINITY;

  function read(nowMs: number): void {
    readMs = nowMs;
    slowFrom = new Map();
    const routes = new Map<string, { bucket: number; requests: number }[]>();
    for (const { service, name, bucket, requests } of counts.iterate(nowMs / 60_000 - windowMinutes)) {
      const key = keyOf(String(service), String(name));
      const buckets = routes.get(key) ?? [];
      routes.set(key, buckets);
      buckets.push({ bucket: Number(bucket), requests: Number(requests) });
    }
    for (const [key, buckets] of routes) {
      const total = buckets.reduce((sum, { requests }) => sum + requests, 0);
      if (total >= fewRequests) slowFrom.set(key, slowBucket(buckets, total));
    }
  }

  function isUsual({ span, resource }: ArrivedSpan): boolean {
    const slow =
      slowFrom.get(keyOf(resource.service, span.name)) ??
      slowFrom.get(keyOf(resource.service, otherNames)) ??
      slowFrom.get(keyOf(otherNames, otherNames));
    return slow !== undefined && bucketOf(durationMsOf(span)) <= slow;
  }

  return {
    worthOf(spans, nowMs) {
      if (nowMs - readMs >= goodForMs || nowMs < readMs) read(nowMs);
      if (spans.some(({ span }) => span.status === errorStatus)) return 'special';
      const requests = spans.filter(({ span }) => span.kind === serverKind);
      if (requests.length === 0) return 'unknown';
      return requests.every(isUsual) ? 'ordinary' : 'special';
    },
  };
}

/** The last bucket that is not slow. */
function slowBucket(buckets: readonly { bucket: number; requests: number }[], total: number): number {
  let rest = Math.ceil(total * slowShare);
  for (const { bucket, requests } of buckets) {
    rest -= requests;
    if (rest <= 0) return bucket;
  }
  return Number.POSITIVE_INFINITY;
}

function keyOf(service: string, name: string): string {
  return `${service}\n${name}`;
}

import type { DatabaseSync } from 'node:sqlite';
import type { ArrivedSpan } from './arrivals.ts';
import { bucketOf } from './duration-buckets.ts';
import { splitNano } from './nano.ts';
import { durationMsOf } from './trace-summary.ts';

/** Counts requests by minute, service, name and duration, so that rates need no look at single spans. */
export interface RateWriter {
  count(arrived: ArrivedSpan): void;
  /** To be called with every batch, before it is committed. */
  write(): void;
  /** Forgets what was counted for a batch that failed. */
  clear(): void;
}

const serverKind = 1;
const errorStatus = 2;
const minuteUs = 60_000_000;
/** What is older than the longest window is in no answer. */
const oldestMinutes = 1500;
const mostNames = 200;
const mostServices = 200;
export const otherNames = '(other)';

interface Requests {
  readonly key: readonly [minute: number, service: string, name: string, bucket: number];
  requests: number;
  errors: number;
}

interface Spans {
  readonly key: readonly [minute: number, service: string];
  spans: number;
  lastUs: number;
}

export function rateWriter(db: DatabaseSync, nowMs: () => number): RateWriter {
  const upsertRequests = db.prepare(
    `insert into request_minutes (minute, service, name, bucket, requests, errors) values (?, ?, ?, ?, ?, ?)
     on conflict do update set requests = requests + excluded.requests, errors = errors + excluded.errors`,
  );
  const upsertSpans = db.prepare(
    `insert into service_minutes (minute, service, spans, last_us) values (?, ?, ?, ?)
     on conflict do update set spans = spans + excluded.spans, last_us = max(last_us, excluded.last_us)`,
  );
  const names = knownNames(db);
  const requests = new Map<string, Requests>();
  const spans = new Map<string, Spans>();

  function clear(): void {
    requests.clear();
    spans.clear();
  }

  return {
    count({ span, resource, isUntrusted }) {
      const endUs = splitNano(span.endNano).us;
      const minute = Math.floor(endUs / minuteUs);
      if (isUntrusted || minute < nowMs() / 60_000 - oldestMinutes) return;
      const service = names.serviceOf(resource.service);
      const seen = entry(spans, `${minute} ${service}`, () => ({
        key: [minute, service] as const,
        spans: 0,
        lastUs: 0,
      }));
      seen.spans += 1;
      seen.lastUs = Math.max(seen.lastUs, endUs);
      if (span.kind !== serverKind) return;
      const key = [minute, service, names.nameOf(service, span.name), bucketOf(durationMsOf(span))] as const;
      const counted = entry(requests, key.join('\n'), () => ({ key, requests: 0, errors: 0 }));
      counted.requests += 1;
      if (span.status === errorStatus) counted.errors += 1;
    },
    write() {
      for (const { key, requests: count, errors } of requests.values()) upsertRequests.run(...key, count, errors);
      for (const { key, spans: count, lastUs } of spans.values()) upsertSpans.run(...key, count, lastUs);
      clear();
    },
    clear,
  };
}

function entry<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key);
  if (found) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** Names are counted one by one only up to a number, however many are sent. */
function knownNames(db: DatabaseSync) {
  const services = new Map<string, Set<string>>();
  const rows = db.prepare('select distinct service, name from request_minutes').all();
  for (const { service, name } of rows) entry(services, String(service), () => new Set<string>()).add(String(name));
  return {
    serviceOf(service: string): string {
      if (!services.has(service) && services.size >= mostServices) return otherNames;
      entry(services, service, () => new Set<string>());
      return service;
    },
    nameOf(service: string, name: string): string {
      const names = entry(services, service, () => new Set<string>());
      if (!names.has(name) && names.size >= mostNames) return otherNames;
      names.add(name);
      return name;
    },
  };
}

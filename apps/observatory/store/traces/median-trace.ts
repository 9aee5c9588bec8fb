import type { DatabaseSync } from 'node:sqlite';
import { latestAt, stretchCondition, stretchesOf, stretchValues } from './stretches.ts';

export interface Median {
  readonly service: string;
  readonly name: string;
  /** How many others like it were looked at. */
  readonly compared: number;
  readonly p95Ms: number;
  /** The part of the others that were over sooner than this one. */
  readonly fasterShare: number;
  /** The trace in the middle. */
  readonly traceId: string;
  readonly durationMs: number;
  readonly ownDurationMs: number;
}

export interface MedianFinder {
  /** The one in the middle of those that began as this one did, within some hours of it. */
  medianOf(traceId: string): Promise<Median | 'alone' | 'unknown'>;
}

export const comparedHours = 6;
const windowUs = comparedHours * 3_600_000_000;
const mostCompared = 20_000;
const patienceMs = 1500;

export function medianFinder(db: DatabaseSync): MedianFinder {
  const stretches = stretchesOf(db);
  const findTrace = db.prepare(
    'select service, name, start_us, end_us - start_us as length_us from traces where trace_id = ?',
  );
  const findAlike = db.prepare(
    `select t.trace_id, t.end_us - t.start_us as length_us from traces t
     where ${stretchCondition} and t.start_us >= ? and t.service = ? and t.name = ? and t.trace_id <> ?
     order by t.start_us desc, t.id desc limit ?`,
  );
  return {
    async medianOf(traceId) {
      const own = findTrace.get(traceId);
      if (!own) return 'unknown';
      const { service, name, start_us, length_us } = own;
      const earliestUs = Number(start_us) - windowUs;
      const alike: { traceId: string; us: number }[] = [];
      const deadline = performance.now() + patienceMs;
      for await (const stretch of stretches(latestAt(Number(start_us) + windowUs), earliestUs)) {
        const ask = [earliestUs, service ?? '', name ?? '', traceId, mostCompared - alike.length];
        const rows = findAlike.all(...stretchValues(stretch), ...ask);
        alike.push(...rows.map((row) => ({ traceId: String(row.trace_id), us: Number(row.length_us) })));
        if (alike.length >= mostCompared || performance.now() > deadline) break;
      }
      alike.sort((one, other) => one.us - other.us);
      const middle = alike[Math.floor((alike.length - 1) / 2)];
      const high = alike[Math.ceil(alike.length * 0.95) - 1];
      if (!middle || !high) return 'alone';
      return {
        service: String(service),
        name: String(name),
        compared: alike.length,
        p95Ms: high.us / 1000,
        fasterShare: alike.filter(({ us }) => us < Number(length_us)).length / alike.length,
        traceId: middle.traceId,
        durationMs: middle.us / 1000,
        ownDurationMs: Number(length_us) / 1000,
      };
    },
  };
}

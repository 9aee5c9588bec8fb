import type { DatabaseSync } from 'node:sqlite';
import type { MetricPointRecord } from '../../otlp/records.ts';
import { isTraceId } from '../../otlp/validity.ts';
import { minuteMs } from '../rates/spans-of-time.ts';

export const exemplarBytes = 100;
/** What a point was measured from lies before it. */
const clocksApartNano = 60_000_000_000n;

type MeasuredPoint = Pick<MetricPointRecord, 'exemplars' | 'timeNano'>;

/** Keeps, of each series, minute and order of magnitude, the newest measurement that has a trace. Returns by how many bytes it grew. */
export function exemplarWriter(db: DatabaseSync): (series: number, point: MeasuredPoint) => number {
  const upsert = db.prepare(
    `insert into metric_exemplars (series, minute, size, time_ms, value, trace_id, span_id) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (series, minute, size) do update set
       time_ms = excluded.time_ms, value = excluded.value, trace_id = excluded.trace_id, span_id = excluded.span_id
     where excluded.time_ms >= time_ms`,
  );
  const find = db.prepare('select 1 from metric_exemplars where series = ? and minute = ? and size = ?');
  return (series, { exemplars, timeNano: pointNano }) => {
    let grown = 0;
    for (const { timeNano, value, traceId, spanId } of exemplars) {
      if (!isTraceId(traceId) || !Number.isFinite(value) || timeNano > pointNano + clocksApartNano) continue;
      const timeMs = Number(timeNano / 1_000_000n);
      const key = [series, Math.floor(timeMs / minuteMs), sizeOf(value)] as const;
      if (!find.get(...key)) grown += exemplarBytes;
      upsert.run(...key, timeMs, value, traceId, spanId);
    }
    return grown;
  };
}

/** Two for each power of ten. */
function sizeOf(value: number): number {
  return value > 0 ? Math.floor(Math.log10(value) * 2) : -100;
}

import type { DatabaseSync } from 'node:sqlite';
import { minuteMs } from '../rates/spans-of-time.ts';
import type { Span } from './amounts.ts';

export interface KeptExemplar {
  readonly timeMs: number;
  readonly value: number;
  readonly traceId: string;
  readonly spanId: string;
}

const most = 40;
const perSeries = 200;
const mostSeries = 200;
/** After each series, and so many traces that were looked for, others have their turn. */
const tracesAtOnce = 200;

export type ExemplarReader = (series: readonly number[], span: Span) => Promise<KeptExemplar[]>;

/** Measurements whose traces are kept: of each part of the time the largest one. */
export function exemplarReader(db: DatabaseSync): ExemplarReader {
  const find = db.prepare(
    `select time_ms as timeMs, value, trace_id as traceId, span_id as spanId from metric_exemplars
     where series = ? and minute between ? and ? order by value desc limit ?`,
  );
  const isKept = db.prepare('select 1 from traces where trace_id = ?');

  async function largestFirst(series: readonly number[], { fromMs, toMs }: Span): Promise<KeptExemplar[]> {
    const found: KeptExemplar[] = [];
    for (const id of series.slice(0, mostSeries)) {
      const rows = find.all(id, Math.floor(fromMs / minuteMs), Math.floor(toMs / minuteMs), perSeries).map(asExemplar);
      found.push(...rows.filter(({ timeMs }) => timeMs >= fromMs && timeMs < toMs));
      await new Promise(setImmediate);
    }
    return found.sort((one, other) => other.value - one.value);
  }

  return async (series, span) => {
    const partMs = (span.toMs - span.fromMs) / most;
    const largest = new Map<number, KeptExemplar>();
    let looked = 0;
    for (const exemplar of await largestFirst(series, span)) {
      const part = Math.floor((exemplar.timeMs - span.fromMs) / partMs);
      if (largest.has(part)) continue;
      if (isKept.get(exemplar.traceId)) largest.set(part, exemplar);
      looked += 1;
      if (looked % tracesAtOnce === 0) await new Promise(setImmediate);
    }
    return [...largest.values()].sort((one, other) => one.timeMs - other.timeMs);
  };
}

/** The columns of the statement are these. */
function asExemplar(row: object): KeptExemplar {
  return row as KeptExemplar;
}

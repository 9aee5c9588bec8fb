import type { DatabaseSync } from 'node:sqlite';
import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import { minuteMs } from '../rates/spans-of-time.ts';
import { type CountedLogs, logCounter } from './count-logs.ts';
import { type LogLinesAround, linesAround } from './lines-around.ts';
import { conditionsOf, type LogSearch } from './log-conditions.ts';
import { msOfId } from './log-ids.ts';
import { lineColumns, toRecord } from './log-record.ts';
import { linesPerMs } from './schema.ts';
import { selectLines } from './select-lines.ts';
import { type IdRange, lineStretches, paceFrom } from './stretches.ts';

export interface LogPage {
  readonly logs: LogRecord[];
  /** The id of the line that the next page comes after. */
  readonly next: number | undefined;
  /** How far back a search came that was ended for having taken long. */
  readonly searchedBackToMs: number | undefined;
}

export interface LogReader extends CountedLogs, LogLinesAround {
  /** Lines of a trace from the first on, others from the newest back. */
  list(search: LogSearch, after: number | undefined, limit: number): Promise<LogPage>;
  /** Those of these lines that fit, in the order of time; so are the ids. */
  among(search: LogSearch, ids: readonly number[]): LogRecord[];
}

/** At first. Where the index of words tells all, most lines are not even looked at. */
const linesAtOnce = 5000;
const indexedAtOnce = 100_000;
/** Lines of a batch that are further apart than this are looked for apart. */
const apart = linesPerMs * minuteMs;
/** A search that took so long answers with what it has; its caller goes on from there. */
const patienceMs = 2000;

export function logReader(db: DatabaseSync): LogReader {
  const stretches = lineStretches(db);

  function ofTrace(search: LogSearch, after: number | undefined, limit: number): LogPage {
    const range = { fromId: after === undefined ? 0 : after + 1, belowId: Number.MAX_SAFE_INTEGER };
    const conditions = conditionsOf(search);
    const tail = 'order by {id} limit ?';
    const rows = selectLines(db, { columns: lineColumns, conditions, range, tail, values: [limit + 1] });
    return pageOf(rows.map(toRecord), limit);
  }

  async function newest(search: LogSearch, after: number | undefined, limit: number): Promise<LogPage> {
    const conditions = conditionsOf(search);
    const whole = { fromId: conditions.fromId, belowId: Math.min(after ?? conditions.belowId, conditions.belowId) };
    const deadline = performance.now() + patienceMs;
    const logs: LogRecord[] = [];
    const pace = paceFrom(conditions.texts.length === 0 ? indexedAtOnce : linesAtOnce);
    for (const range of stretches(whole, pace)) {
      const values = [limit + 1 - logs.length];
      const tail = 'order by {id} desc limit ?';
      logs.push(...selectLines(db, { columns: lineColumns, conditions, range, tail, values }).map(toRecord));
      if (logs.length > limit) return pageOf(logs, limit);
      if (performance.now() > deadline && range.fromId > whole.fromId) return endedEarly(logs, range);
      await pace.rest();
    }
    return pageOf(logs, limit);
  }

  return {
    list: async (search, after, limit) =>
      search.traceId === undefined ? await newest(search, after, limit) : ofTrace(search, after, limit),
    among(search, ids) {
      const conditions = conditionsOf(search);
      const wanted = new Set(ids);
      return rangesOf(ids)
        .flatMap((range) => selectLines(db, { columns: lineColumns, conditions, range, tail: 'order by {id}' }))
        .filter(({ id }) => wanted.has(Number(id)))
        .map(toRecord);
    },
    ...logCounter(db, stretches),
    ...linesAround(db),
  };
}

/** Ranges that hold these ids, and little else. */
function rangesOf(ids: readonly number[]): IdRange[] {
  const ranges: { fromId: number; belowId: number }[] = [];
  for (const id of ids) {
    const last = ranges.at(-1);
    if (last && id - last.belowId < apart) last.belowId = id + 1;
    else ranges.push({ fromId: id, belowId: id + 1 });
  }
  return ranges;
}

function endedEarly(logs: LogRecord[], { fromId }: IdRange): LogPage {
  return { logs, next: fromId, searchedBackToMs: msOfId(fromId) };
}

function pageOf(logs: LogRecord[], limit: number): LogPage {
  const last = logs[limit - 1];
  const next = logs.length > limit && last ? Number(last.id) : undefined;
  return { logs: logs.slice(0, limit), next, searchedBackToMs: undefined };
}

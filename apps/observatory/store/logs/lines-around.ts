import type { DatabaseSync } from 'node:sqlite';
import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import { conditionsOf, type LogSearch } from './log-conditions.ts';
import { lineColumns, toRecord } from './log-record.ts';
import { selectLines } from './select-lines.ts';

/** Whose lines stand around one: those of its process, of all services, or of its trace. */
export type AroundScope = 'instance' | 'all' | 'trace';

export interface LinesAround {
  readonly line: LogRecord;
  /** From the earliest on, as all of them. */
  readonly earlier: LogRecord[];
  readonly later: LogRecord[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

export interface LogLinesAround {
  /** A line with so many before and after it; undefined when it is not, or no longer, here. */
  around(id: number, scope: AroundScope, lines: { before: number; after: number }): LinesAround | undefined;
}

export function linesAround(db: DatabaseSync): LogLinesAround {
  const find = db.prepare(`select ${lineColumns} from logs l join log_kinds k on k.id = l.kind where l.id = ?`);

  return {
    around(id, scope, { before, after }) {
      const row = find.get(id);
      if (!row) return undefined;
      const line = toRecord(row);
      const conditions = conditionsOf(searchOf(line, scope));
      const look = (range: { fromId: number; belowId: number }, order: 'asc' | 'desc', limit: number) =>
        selectLines(db, {
          columns: lineColumns,
          conditions,
          range,
          tail: `order by {id} ${order} limit ?`,
          values: [limit + 1],
        }).map(toRecord);
      const earlier = look({ fromId: 0, belowId: id }, 'desc', before);
      const later = look({ fromId: id + 1, belowId: Number.MAX_SAFE_INTEGER }, 'asc', after);
      return {
        line,
        earlier: earlier.slice(0, before).reverse(),
        later: later.slice(0, after),
        hasEarlier: earlier.length > before,
        hasLater: later.length > after,
      };
    },
  };
}

function searchOf({ service, instance, traceId }: LogRecord, scope: AroundScope): LogSearch {
  if (scope === 'all') return {};
  if (scope === 'trace' && traceId !== null) return { traceId };
  return { instance: { service, instance: instance ?? '' } };
}

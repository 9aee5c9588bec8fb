import type { DatabaseSync } from 'node:sqlite';
import type { LogRecord } from '@octo/contracts/observatory.ts';
import { nanoText } from './nano.ts';
import { asLogRow, type LogRow } from './rows.ts';
import { parseAttributes } from './span-content.ts';
import { containing } from './trace-filter.ts';

export interface LogSearch {
  traceId: string | undefined;
  service: string | undefined;
  severity: string | undefined;
  q: string | undefined;
}

/** Lines of one trace go on by time, others by their row. */
export interface LogPosition {
  readonly timeUs: number;
  readonly id: number;
}

export interface LogPage {
  readonly logs: LogRecord[];
  readonly next: LogPosition | undefined;
}

export interface LogReader {
  list(search: LogSearch, after: LogPosition | undefined, limit: number): Promise<LogPage>;
}

const rowsAtOnce = 10_000;
const patienceMs = 2000;

export function logReader(db: DatabaseSync): LogReader {
  const lastRow = db.prepare('select max(id) as id from logs');
  const firstRow = db.prepare('select min(id) as id from logs');

  function ofTrace(search: LogSearch, after: LogPosition | undefined, limit: number): LogPage {
    const { text, values } = conditionsOf(search);
    const from = after ?? { timeUs: -1, id: -1 };
    const rows = db
      .prepare(`select * from logs where trace_id = ? and (time_us, id) > (?, ?) ${text} order by time_us, id limit ?`)
      .all(search.traceId ?? '', from.timeUs, from.id, ...values, limit + 1);
    return pageOf(rows.map(asLogRow), limit);
  }

  async function newest(search: LogSearch, after: LogPosition | undefined, limit: number): Promise<LogPage> {
    const { text, values } = conditionsOf(search);
    const statement = db.prepare(`select * from logs where id < ? and id >= ? ${text} order by id desc limit ?`);
    const first = Number(firstRow.get()?.id ?? 1);
    const deadline = performance.now() + patienceMs;
    const rows: LogRow[] = [];
    for (let below = after?.id ?? Number(lastRow.get()?.id ?? 0) + 1; ; ) {
      const from = below - rowsAtOnce;
      rows.push(...statement.all(below, from, ...values, limit + 1 - rows.length).map(asLogRow));
      if (rows.length > limit || from <= first) return pageOf(rows, limit);
      if (performance.now() > deadline) return { logs: rows.map(toRecord), next: { timeUs: 0, id: from } };
      below = from;
      await new Promise(setImmediate);
    }
  }

  return {
    list: async (search, after, limit) =>
      search.traceId === undefined ? await newest(search, after, limit) : ofTrace(search, after, limit),
  };
}

function conditionsOf({ service, severity, q }: LogSearch): { text: string; values: string[] } {
  const texts: string[] = [];
  const values: string[] = [];
  const add = (text: string, value: string) => {
    texts.push(`and ${text}`);
    values.push(value);
  };
  if (service !== undefined) add('service = ?', service);
  if (severity !== undefined) add('severity = ?', severity.toUpperCase());
  if (q !== undefined) add(`body like ? escape '\\'`, containing(q));
  return { text: texts.join(' '), values };
}

function pageOf(rows: LogRow[], limit: number): LogPage {
  const last = rows[limit - 1];
  const next = rows.length > limit && last ? { timeUs: last.time_us, id: last.id } : undefined;
  return { logs: rows.slice(0, limit).map(toRecord), next };
}

function toRecord(row: LogRow): LogRecord {
  return {
    timeUnixNano: nanoText({ us: row.time_us, rest: row.time_rest }),
    service: row.service,
    severity: row.severity,
    body: row.body,
    traceId: row.trace_id,
    spanId: row.span_id,
    attributes: parseAttributes(row.attributes),
  };
}

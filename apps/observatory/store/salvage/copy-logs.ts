import type { DatabaseSync } from 'node:sqlite';
import { warnLevel } from '../logs/levels.ts';
import { msOfId } from '../logs/log-ids.ts';
import { wordsOf } from '../logs/write-logs.ts';
import { minuteMs } from '../rates/spans-of-time.ts';
import type { Row } from '../rows.ts';
import { parseAttributes } from '../traces/span-content.ts';
import type { DamagedFile } from './damaged-file.ts';
import { idsInBoth } from './ids-in-both.ts';
import { inserter } from './inserter.ts';
import { newestFirst, rowsOf, unreadable } from './read-damaged.ts';
import { tableForm } from './table-form.ts';
import type { SalvageTally } from './tally.ts';

/** Adds a line that was read, counts it, and makes it found by its words again. False when it cannot be kept. */
export function lineCopier({ damaged }: DamagedFile, db: DatabaseSync, tally: SalvageTally): (row: Row) => boolean {
  const statements = prepareAll(db);
  const insert = inserter(db, tableForm(db, 'logs'));
  const kinds = idsInBoth(damaged, db, 'log_kinds', ['service', 'instance', 'severity', 'event', 'route', 'code']);

  return (row) => {
    const kind = kinds.has(Number(row.kind)) ? statements.kind.get(row.kind ?? null) : undefined;
    if (!kind) return false;
    if (!insert(row)) return true;
    const { id, bytes, body, trace_id, attributes } = row;
    const line = {
      body: String(body),
      traceId: typeof trace_id === 'string' ? trace_id : null,
      attributes: parseAttributes(String(attributes)),
    };
    const level = Number(kind.level);
    const words = wordsOf(line, { service: String(kind.service), instance: String(kind.instance), level });
    statements.index.run(BigInt(Number(id)), words);
    statements.count.run(Math.floor(msOfId(Number(id)) / minuteMs), Number(row.kind), Number(bytes));
    statements.takeRoom.run(Number(bytes), level >= warnLevel ? 1 : 0);
    tally.logs += 1;
    return true;
  };
}

/** Copies log lines, the newest first. */
export function* copyLogs(
  { damaged }: DamagedFile,
  db: DatabaseSync,
  tally: SalvageTally,
  copyLine: (row: Row) => boolean,
) {
  for (const row of newestFirst(damaged, tableForm(db, 'logs'))) {
    if (row === unreadable) tally.gaps += 1;
    else copyLine(row);
    yield;
  }
}

/** How many lines there were, as far as that can be read. */
export function linesCounted({ damaged }: DamagedFile): number {
  return Number(rowsOf(damaged, 'select coalesce(sum(lines), 0) as n from log_room')[0]?.n ?? 0);
}

function prepareAll(db: DatabaseSync) {
  return {
    kind: db.prepare('select service, instance, level from log_kinds where id = ?'),
    index: db.prepare('insert into log_words (rowid, words) values (?, ?)'),
    count: db.prepare(
      `insert into log_minutes (minute, kind, lines, bytes) values (?, ?, 1, ?)
       on conflict do update set lines = lines + 1, bytes = bytes + excluded.bytes`,
    ),
    takeRoom: db.prepare('update log_room set lines = lines + 1, bytes = bytes + ? where is_loud = ?'),
  };
}

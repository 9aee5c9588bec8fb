import type { DatabaseSync } from 'node:sqlite';
import type { Row } from '../rows.ts';
import { spansPerTrace } from '../traces/schema.ts';
import type { DamagedFile } from './damaged-file.ts';
import { idsInBoth } from './ids-in-both.ts';
import { inserter } from './inserter.ts';
import { newestFirst, rowsBetween, unreadable } from './read-damaged.ts';
import { tableForm } from './table-form.ts';
import type { SalvageTally } from './tally.ts';

const tracesAtOnce = 100;
/** A trace may have very many. */
const spansAtOnce = 500;

/** Adds a span that was read; false when it is there, or without what it shares with others: it would tell half of what was. */
export function spanCopier({ damaged }: DamagedFile, db: DatabaseSync): (row: Row) => boolean {
  const insert = inserter(db, tableForm(db, 'spans'));
  const hasTrace = db.prepare('select 1 from traces where id = ?');
  const resources = idsInBoth(damaged, db, 'resources', ['content', 'service']);
  const sorts = idsInBoth(damaged, db, 'span_sorts', ['content']);
  return (row) => {
    if (!resources.has(Number(row.resource)) || (row.sort !== null && !sorts.has(Number(row.sort)))) return false;
    return hasTrace.get(Math.floor(Number(row.id) / spansPerTrace)) !== undefined && insert(row);
  };
}

/** Copies the spans of the traces that are here already, the newest first. Notes the traces that miss some, and how many came. */
export function* copyTraces(file: DamagedFile, db: DatabaseSync, tally: SalvageTally, incomplete: Map<number, number>) {
  const next = db.prepare(`select id, span_count from traces where id < ? order by id desc limit ${tracesAtOnce}`);
  const spans = tableForm(db, 'spans');
  const copySpan = spanCopier(file, db);
  for (let below = Number.MAX_SAFE_INTEGER; ; ) {
    const traces = next.all(below);
    if (traces.length === 0) return;
    for (const { id, span_count } of traces) {
      below = Number(id);
      let [copied, seen] = [0, 0];
      incomplete.set(below, 0);
      for (const row of rowsBetween(file.damaged, spans, below * spansPerTrace, (below + 1) * spansPerTrace - 1)) {
        if (row === unreadable) tally.gaps += 1;
        else if (copySpan(row)) copied += 1;
        seen += 1;
        if (seen % spansAtOnce === 0) yield;
      }
      tally.spans += copied;
      if (copied > 0) tally.traces += 1;
      if (copied < Number(span_count)) incomplete.set(below, copied);
      else incomplete.delete(below);
      yield;
    }
  }
}

/** The row of a trace says how many spans are there; one without any is none. */
export function* settleTraces(db: DatabaseSync, tally: SalvageTally, incomplete: ReadonlyMap<number, number>) {
  const find = db.prepare('select span_count from traces where id = ?');
  const spans = db.prepare('select count(*) as n from spans where id between ? and ?');
  const recount = db.prepare('update traces set span_count = ? where id = ?');
  for (const id of incomplete.keys()) {
    yield;
    const before = find.get(id)?.span_count;
    const spanCount = Number(spans.get(id * spansPerTrace, (id + 1) * spansPerTrace - 1)?.n);
    if (before === undefined || Number(before) <= spanCount) continue;
    tally.lostSpans += Number(before) - spanCount;
    recount.run(spanCount, id);
  }
}

/** Lets go of the traces whose spans found no room, or were lost. */
export function* dropEmptyTraces(db: DatabaseSync): Generator<void> {
  const next = db.prepare('select id from traces where id < ? order by id desc limit 100');
  const drop = db.prepare(
    `delete from traces where id = ?1 and not exists (select 1 from spans where id between ?1 * ${spansPerTrace} and (?1 + 1) * ${spansPerTrace} - 1)`,
  );
  for (let below = Number.MAX_SAFE_INTEGER, isMore = true; isMore; ) {
    const ids = next.all(below).map(({ id }) => Number(id));
    for (const id of ids) drop.run(id);
    below = ids.at(-1) ?? 0;
    isMore = ids.length > 0;
    yield;
  }
}

/** What traces are found by, of those that are here. */
export function* copyTokens({ damaged }: DamagedFile, db: DatabaseSync) {
  const insert = db.prepare(
    'insert or ignore into tokens select ?1, ?2, ?3 where exists (select 1 from traces where id = ?3)',
  );
  for (const row of newestFirst(damaged, tableForm(db, 'tokens'))) {
    if (row !== unreadable) insert.run(row.block ?? null, row.hash ?? null, row.trace ?? null);
    yield;
  }
}

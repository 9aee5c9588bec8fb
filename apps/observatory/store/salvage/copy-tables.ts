import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../in-transaction.ts';
import type { DamagedFile } from './damaged-file.ts';
import { inserter } from './inserter.ts';
import { type Found, newestFirst, rowsOf, unreadable } from './read-damaged.ts';
import { scanPages } from './scan-pages.ts';
import { type TableForm, tableForm } from './table-form.ts';
import type { SalvageTally } from './tally.ts';

/** What is copied later, as it is much: the rest is there before anything is read or written. */
const largeTables: ReadonlySet<string> = new Set(['spans', 'tokens', 'logs', 'log_minutes', 'log_room']);
/** Ids of rows that were lost are not given again. */
const idGap = 1000;
const rowsAtOnce = 10_000;

/** Rows that mean nothing without others, which were lost. */
const orphans = [
  'delete from metric_series where metric not in (select id from metric_names)',
  ...['metric_steps', 'metric_minutes', 'metric_latest', 'metric_exemplars'].map(
    (table) => `delete from ${table} where series not in (select id from metric_series)`,
  ),
  'delete from browser_events where error is not null and error not in (select id from browser_errors)',
];

/** Copies all tables but the large ones. What is there already stays as it is. */
export function copyTables(
  { damaged, path }: DamagedFile,
  db: DatabaseSync,
  tally: SalvageTally,
  isTimeUp: () => boolean,
): void {
  const tables = db
    .prepare(
      "select name, wr from pragma_table_list where type = 'table' and schema = 'main' and name not like 'sqlite_%'",
    )
    .all()
    .filter(({ name }) => !largeTables.has(String(name)));
  const forms = tables.map(({ name }) => tableForm(db, String(name)));
  const gaps = tally.gaps;
  for (const form of forms) drain(copyRows(newestFirst(damaged, form), form));
  const numbered = forms.filter((_, at) => tables[at]?.wr === 0);
  if (tally.gaps > gaps) drain(copyScattered(numbered));
  inTransaction(db, () => {
    for (const sql of orphans) db.exec(sql);
    keepIdsApart(damaged, db);
  });

  function* copyRows(rows: Iterable<Found>, form: TableForm) {
    const insert = inserter(db, form);
    for (const row of rows) {
      if (row === unreadable) tally.gaps += 1;
      else if (insert(row) && form.table !== 'traces') tally.others += 1;
      yield;
    }
  }

  function* copyScattered(forms: readonly TableForm[]) {
    const inserts = new Map(forms.map((form) => [form.table, inserter(db, form)]));
    for (const found of scanPages(path, forms)) {
      if (found && inserts.get(found.form.table)?.(found.row) && found.form.table !== 'traces') tally.others += 1;
      yield;
    }
  }

  function drain(rows: Generator<void>): void {
    for (let isMore = true; isMore; )
      inTransaction(db, () => {
        for (let count = 0; isMore && count < rowsAtOnce; count += 1) {
          isMore = rows.next().done !== true;
          if (count % 100 > 0 || !isMore || !isTimeUp()) continue;
          tally.leftOut = true;
          isMore = false;
        }
      });
    rows.return(undefined);
  }
}

/** What is lost leaves its ids behind, where others may still speak of them. */
function keepIdsApart(damaged: DatabaseSync, db: DatabaseSync): void {
  const raise = db.prepare('update sqlite_sequence set seq = max(seq, ?) where name = ?');
  const add = db.prepare(
    'insert into sqlite_sequence select ?1, ?2 where not exists (select 1 from sqlite_sequence where name = ?1)',
  );
  for (const { name, seq } of rowsOf(damaged, 'select name, seq from sqlite_sequence')) {
    if (typeof name !== 'string' || !Number.isSafeInteger(seq)) continue;
    raise.run(Number(seq), name);
    add.run(name, Number(seq));
  }
  db.exec(`update sqlite_sequence set seq = seq + ${idGap}`);
}

import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Row } from '../rows.ts';
import type { TableForm } from './table-form.ts';

/** What stands where rows could not be read. */
export const unreadable = Symbol('unreadable');

export type Found = Row | typeof unreadable;

/** The rows of a table, the newest first as far as its key tells; what cannot be read is passed over. */
export function* newestFirst(db: DatabaseSync, form: TableForm): Generator<Found> {
  const { isNumbered, key } = form;
  const order = (direction: string) => `order by ${key.map((column) => `${column} ${direction}`).join(', ')}`;
  const all = `select * from ${form.table}`;
  if (isNumbered) return yield* numbered(db, form, `${all} where ${key[0]} < ? ${order('desc')}`);
  const end: End = yield* soundRows(read(db, `${all} ${order('desc')}`), form);
  if (end.isWhole) return;
  yield unreadable;
  yield* soundRows(read(db, `${all} ${order('asc')}`), form, end.lastKey);
}

function* numbered(db: DatabaseSync, form: TableForm, below: string): Generator<Found> {
  for (let from: number | undefined = Number.MAX_SAFE_INTEGER; from !== undefined; ) {
    const end: End = yield* soundRows(read(db, below, from), form);
    if (end.isWhole) return;
    yield unreadable;
    const reads = (number: number) => attempt(() => [db.prepare(`${below} limit 1`).get(number)]) !== undefined;
    from = nextReadable(reads, from, Number(end.lastKey?.[0] ?? from));
  }
}

/** The rows of one owner, such as the spans of a trace: from the first one on, and then from the last one back. */
export function* rowsBetween(db: DatabaseSync, form: TableForm, from: number, to: number): Generator<Found> {
  const [key] = form.key;
  const select = `select * from ${form.table} where ${key} between ? and ? order by ${key}`;
  const end: End = yield* soundRows(read(db, select, from, to), form);
  if (end.isWhole) return;
  yield unreadable;
  const after = end.lastKey === undefined ? from : Number(end.lastKey[0]) + 1;
  yield* soundRows(read(db, `${select} desc`, after, to), form);
}

/** By a statement of its own: one that failed answers its next use with that. */
function read(db: DatabaseSync, sql: string, ...values: number[]): Iterator<Row> | undefined {
  return attempt(() => db.prepare(sql).iterate(...values));
}

interface End {
  readonly isWhole: boolean;
  readonly lastKey: SQLInputValue[] | undefined;
}

/** Ends where reading fails, or at a key that was read before. */
function* soundRows(rows: Iterator<Row> | undefined, form: TableForm, until?: SQLInputValue[]): Generator<Found, End> {
  let lastKey: SQLInputValue[] | undefined;
  for (;;) {
    const next = attempt(() => rows?.next());
    if (!next || next.done) return { isWhole: next?.done === true, lastKey };
    const row = next.value;
    lastKey = form.key.map((column) => row[column] ?? null);
    if (until && lastKey.every((value, at) => value === until[at])) return { isWhole: true, lastKey };
    yield form.isSound(row) ? row : unreadable;
  }
}

/** All rows of a statement; none when one cannot be read. */
export function rowsOf(db: DatabaseSync, sql: string): Row[] {
  return attempt(() => db.prepare(sql).all()) ?? [];
}

/** Whatever the damaged file answers stays here: it would be taken for damage of the new one. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Below which number reading goes on: first in steps that double, then back to the edge of what cannot be read. */
function nextReadable(reads: (below: number) => boolean, below: number, last: number): number | undefined {
  const failedBelow = Math.min(below, last);
  if (failedBelow < below && reads(failedBelow)) return failedBelow;
  let step = 1;
  while (!reads(failedBelow - step)) {
    if (step > failedBelow) return undefined;
    step *= 2;
  }
  let [fails, works] = [Math.floor(step / 2), step];
  while (works - fails > 1) {
    const middle = Math.floor((fails + works) / 2);
    if (reads(failedBelow - middle)) works = middle;
    else fails = middle;
  }
  return failedBelow - works;
}

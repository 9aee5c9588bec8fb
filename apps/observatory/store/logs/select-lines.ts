import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Row } from '../rows.ts';
import type { LogConditions } from './log-conditions.ts';
import type { IdRange } from './stretches.ts';

export interface Selection {
  readonly columns: string;
  readonly conditions: LogConditions;
  readonly range: IdRange;
  /** What follows the conditions, such as an order; `{id}` stands for the id. */
  readonly tail: string;
  readonly values?: readonly SQLInputValue[];
}

/** Runs a statement over the lines that fit, in a range of ids: by the index of words when something is asked that it knows. */
export function selectLines(db: DatabaseSync, { columns, conditions, range, tail, values = [] }: Selection): Row[] {
  const { matches, texts } = conditions;
  const isIndexed = matches.length > 0;
  const id = isIndexed ? 'w.rowid' : 'l.id';
  const from = isIndexed ? 'log_words w cross join logs l on l.id = w.rowid' : 'logs l';
  const where = [...(isIndexed ? ['w.log_words match ?'] : []), `${id} >= ?`, `${id} < ?`, ...texts].join(' and ');
  return db
    .prepare(
      `select ${columns} from ${from} join log_kinds k on k.id = l.kind where ${where} ${tail.replaceAll('{id}', id)}`,
    )
    .all(
      ...(isIndexed ? [matches.join(' AND ')] : []),
      // The index goes by whole numbers alone.
      BigInt(Math.max(range.fromId, conditions.fromId)),
      BigInt(Math.min(range.belowId, conditions.belowId)),
      ...conditions.values,
      ...values,
    );
}

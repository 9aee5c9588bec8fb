import type { DatabaseSync } from 'node:sqlite';
import type { Row } from '../rows.ts';
import { type Stretch, stretchCondition, stretchValues } from './stretches.ts';
import { tokenFinder } from './token-finder.ts';
import { spanConditions, spanHas, spansOfTrace, type TraceSearch, traceConditions } from './trace-filter.ts';

/** The traces of a stretch that a search asks for, the newest first. */
export type MatchingTraces = (stretch: Stretch, most: number) => Row[];

/** Prepares a search, for the columns of `traces t` that somebody wants to know. */
export function matchingTraces(db: DatabaseSync): (search: TraceSearch, columns: string) => MatchingTraces {
  db.function('has_attribute', { deterministic: true }, (content, shared, resource, name, text) => {
    const term = { name: String(name), text: String(text) };
    return spanHas(String(content), shared === null ? null : String(shared), String(resource), term) ? 1 : 0;
  });
  const tokensOf = tokenFinder(db);

  return (search, columns) => {
    const ofTrace = traceConditions(search, tokensOf);
    const ofSpan = spanConditions(search);
    // As scalar queries: SQLite turns an `exists` into a join, and then reads the traces in another order.
    const some =
      ofSpan.texts.length === 0
        ? []
        : [`(select 1 from spans s where ${[spansOfTrace, ...ofSpan.texts].join(' and ')} limit 1) is not null`];
    const conditions = [stretchCondition, 't.start_us >= ?', ...ofTrace.texts, ...some];
    const statement = db.prepare(
      `select ${columns} from traces t where ${conditions.join(' and ')} order by t.start_us desc, t.id desc limit ?`,
    );
    const values = [search.fromUs ?? 0, ...ofTrace.values, ...ofSpan.values];
    return (stretch, most) => statement.all(...stretchValues(stretch), ...values, most);
  };
}

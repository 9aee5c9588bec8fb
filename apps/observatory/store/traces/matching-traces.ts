import type { DatabaseSync } from 'node:sqlite';
import type { Row } from '../rows.ts';
import { browserConditions } from './browser-filter.ts';
import { type Stretch, stretchCondition, stretchValues } from './stretches.ts';
import { tokenFinder } from './token-finder.ts';
import {
  type Conditions,
  spanConditions,
  spanHas,
  spansOfTrace,
  type TraceSearch,
  tokenConditions,
  traceConditions,
} from './trace-filter.ts';

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
    const ofTrace = traceConditions(search);
    const ofWork = allOf(tokenConditions(search, tokensOf), someOf('spans s', spanConditions(search), [spansOfTrace]));
    const told = browserConditions(search);
    const asked = allOf(ofTrace, told ? anyOf(ofWork, someOf('browser_spans b', told)) : ofWork);
    const conditions = [stretchCondition, 't.start_us >= ?', ...asked.texts];
    const statement = db.prepare(
      `select ${columns} from traces t where ${conditions.join(' and ')} order by t.start_us desc, t.id desc limit ?`,
    );
    const values = [search.fromUs ?? 0, ...asked.values];
    return (stretch, most) => statement.all(...stretchValues(stretch), ...values, most);
  };
}

/** That one row has all of it. As a scalar query: SQLite turns an `exists` into a join, and then reads the traces in another order. */
function someOf(rows: string, { texts, values }: Conditions, where: readonly string[] = []): Conditions {
  if (texts.length === 0) return { texts, values };
  return { texts: [`(select 1 from ${rows} where ${[...where, ...texts].join(' and ')} limit 1) is not null`], values };
}

function allOf(...all: Conditions[]): Conditions {
  return { texts: all.flatMap(({ texts }) => texts), values: all.flatMap(({ values }) => values) };
}

function anyOf(...all: Conditions[]): Conditions {
  const texts = all.map(({ texts }) => `(${texts.join(' and ')})`);
  return { texts: [`(${texts.join(' or ')})`], values: all.flatMap(({ values }) => values) };
}

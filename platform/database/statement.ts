import type { Attributes } from '@opentelemetry/api';
import type { CompiledQuery } from 'kysely';
import { attributeNames } from '../telemetry/names/attributes.ts';
import { oracleSqlId } from './sql-id.ts';

/** A compiled query of ours: it knows the name it was defined under, and whether its text is prepared. */
export interface NamedQuery<O = unknown> extends CompiledQuery<O> {
  readonly queryName: string;
  readonly isPrepared: boolean;
  /** An insert that may find its row present: a duplicate is then its answer, and no failure. */
  readonly mayBePresent?: true;
}

/** A query whose span has something beside what every run of its text has. */
export interface Marked {
  readonly marks: Attributes;
}

/** What is known about a statement before it runs. */
export interface DescribedStatement {
  sqlId: string;
  spanName: string;
  /** Of its span. */
  attributes: Attributes;
  /** What it does to which table; tells its metrics apart. */
  operation: Attributes;
}

const described = new Map<string, DescribedStatement>();
const mostDescribed = 5000;

export function isPrepared(query: CompiledQuery): boolean {
  return 'isPrepared' in query && query.isPrepared === true;
}

export function mayBePresent(query: CompiledQuery): boolean {
  return 'mayBePresent' in query && query.mayBePresent === true;
}

export function marksOf(query: CompiledQuery): Attributes | undefined {
  return isMarked(query) ? query.marks : undefined;
}

function isMarked(query: CompiledQuery): query is CompiledQuery & Marked {
  return 'marks' in query;
}

/** Worked out once per text. */
export function describeStatement(query: CompiledQuery): DescribedStatement {
  const known = described.get(query.sql);
  if (known) return known;
  const facts = describe(query);
  if (described.size >= mostDescribed) described.clear();
  described.set(query.sql, facts);
  return facts;
}

function describe(query: CompiledQuery): DescribedStatement {
  const operation = /^\s*(\w+)/.exec(query.sql)?.[1]?.toUpperCase() ?? 'SQL';
  const table = mainTable(query.sql);
  const sqlId = oracleSqlId(query.sql);
  const about = { [attributeNames.operation]: operation, ...(table ? { [attributeNames.table]: table } : {}) };
  return {
    sqlId,
    spanName: table ? `${operation} ${table}` : operation,
    operation: Object.freeze(about),
    attributes: {
      ...about,
      [attributeNames.statement]: query.sql,
      ...('queryName' in query ? { [attributeNames.query]: String(query.queryName) } : {}),
      [attributeNames.sqlId]: sqlId,
    },
  };
}

/** The table a statement is about: the first it names outside the parentheses, or in as few of them as any. */
function mainTable(text: string): string | undefined {
  let depth = 0;
  let main: { table: string; depth: number } | undefined;
  for (const [part, table] of text.matchAll(/[()]|\b(?:from|into|update)\s+([a-z][a-z0-9_]*)/gi)) {
    if (part === '(') depth += 1;
    else if (part === ')') depth -= 1;
    else if (table !== undefined && (main === undefined || depth < main.depth)) main = { table, depth };
  }
  return main?.table;
}

import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { containing } from '../traces/trace-filter.ts';
import { levelOf, levels } from './levels.ts';
import { firstIdOf } from './log-ids.ts';
import { type LogTerm, parseLogQuery } from './log-query.ts';
import { type Dimension, dimensionToken, fieldToken, piecesOf } from './log-words.ts';
import { instanceName } from './write-logs.ts';

/** What a search asks for; a line has to match all of it. */
export interface LogSearch {
  readonly q?: string | undefined;
  readonly service?: string | undefined;
  readonly instance?: { readonly service: string; readonly instance: string } | undefined;
  /** This level or worse. */
  readonly level?: number | undefined;
  readonly traceId?: string | undefined;
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
}

/** The same for SQL: what the index of words finds, and what has to be looked up in the lines that it found. */
export interface LogConditions {
  readonly matches: readonly string[];
  readonly texts: readonly string[];
  readonly values: readonly (string | number)[];
  /** Ids from this one on, and below that one. */
  readonly fromId: number;
  readonly belowId: number;
}

interface Condition {
  readonly match?: string;
  readonly text?: string;
  readonly values?: readonly (string | number)[];
}

export function conditionsOf(search: LogSearch): LogConditions {
  const conditions = [...termsOf(search), ...parseLogQuery(search.q ?? '').map(conditionOf)];
  return {
    matches: conditions.flatMap(({ match }) => (match === undefined ? [] : [match])),
    texts: conditions.flatMap(({ text }) => (text === undefined ? [] : [text])),
    values: conditions.flatMap(({ values = [] }) => [...values]),
    fromId: search.fromMs === undefined ? 0 : firstIdOf(search.fromMs),
    belowId: search.toMs === undefined ? Number.MAX_SAFE_INTEGER : firstIdOf(search.toMs),
  };
}

function termsOf({ service, instance, level, traceId }: LogSearch): Condition[] {
  const found: Condition[] = [];
  if (service !== undefined) found.push({ match: quoted(dimensionToken('service', service)) });
  if (instance !== undefined) found.push({ match: quoted(dimensionToken('instance', instanceName(instance))) });
  if (traceId !== undefined) found.push({ match: quoted(dimensionToken('trace', traceId)) });
  if (level !== undefined) {
    const atLeast = levels.flatMap((_, at) => (at < level ? [] : [quoted(dimensionToken('level', String(at)))]));
    found.push({ match: `(${atLeast.join(' OR ')})` });
  }
  return found;
}

function conditionOf(term: LogTerm): Condition {
  if (term.kind === 'text') return textCondition(term);
  const { name } = term;
  const isAny = quoted(fieldToken(name, '*'));
  if (term.kind === 'compare')
    return {
      match: isAny,
      text: `typeof(l.attributes ->> ?) <> 'text' and l.attributes ->> ? ${term.operator} ?`,
      values: [pathOf(name), pathOf(name), term.number],
    };
  const { text, isNot } = term;
  const column = columns.get(name);
  if (column) return columnCondition(column, text, isNot);
  if (name === 'trace_id' && !isNot) return { match: quoted(dimensionToken('trace', text.toLowerCase())) };
  if (name === 'trace_id' || name === 'span_id')
    return { text: `coalesce(l.${name}, '') ${isNot ? '<>' : '='} ?`, values: [text.toLowerCase()] };
  if (isNot) return withoutField(name, text);
  if (text === '*') return { match: isAny };
  if (text.endsWith('*'))
    return { match: isAny, text: `l.attributes ->> ? like ? escape '\\'`, values: [pathOf(name), beginning(text)] };
  return { match: quoted(fieldToken(name, text)) };
}

interface Column {
  readonly dimension: Dimension;
  readonly column: string;
}

/** What is no attribute of a line, and is asked for in the same way. */
const columns: ReadonlyMap<string, Column> = new Map([
  ['service', { dimension: 'service', column: 'k.service' }],
  [attributeNames.serviceInstance, { dimension: 'instance', column: 'k.instance' }],
  ['severity', { dimension: 'level', column: 'k.level' }],
]);

function columnCondition({ dimension, column }: Column, text: string, isNot: boolean): Condition {
  const value = dimension === 'level' ? levelOf(text) : text;
  if (isNot) return { text: `${column} <> ?`, values: [value] };
  return { match: quoted(dimensionToken(dimension, String(value))) };
}

/** A word is found by its beginning; what has more in it than one is looked up as it stands. */
function textCondition({ text, isNot }: Extract<LogTerm, { kind: 'text' }>): Condition {
  const asItStands = { text: `l.body like ? escape '\\'`, values: [containing(text)] };
  if (isNot) return { ...asItStands, text: `l.body not like ? escape '\\'` };
  const pieces = piecesOf(text);
  if (pieces.length === 0) return asItStands;
  const match = pieces.map((piece, at) => `${quoted(piece)}${at === pieces.length - 1 ? ' *' : ''}`).join(' AND ');
  return pieces[0] === text ? { match } : { ...asItStands, match: `(${match})` };
}

function withoutField(name: string, text: string): Condition {
  if (text.endsWith('*'))
    return {
      text: `coalesce(l.attributes ->> ?, '') not like ? escape '\\'`,
      values: [pathOf(name), text === '*' ? '_%' : beginning(text)],
    };
  // As JSON writes it: text in quotes, a number or a truth without.
  return { text: `coalesce(l.attributes -> ?, '') not in (?, ?)`, values: [pathOf(name), JSON.stringify(text), text] };
}

function beginning(text: string): string {
  return containing(text.slice(0, -1)).slice(1);
}

/** The name as a path of JSON; the query lets no quote into a name. */
function pathOf(name: string): string {
  return `$."${name}"`;
}

/** A word of the index's own language. */
function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}

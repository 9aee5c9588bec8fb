import { attributeToken, resourceToken, textsOf } from './attribute-token.ts';
import { spansPerTrace, tracesPerBlock } from './schema.ts';
import { parseAttributes, parseContent } from './span-content.ts';
import { fullNames } from './trace-summary.ts';

/** What a search asks for; one span of a trace has to match all of it but the time. */
export interface TraceSearch {
  service: string | undefined;
  route: string | undefined;
  status: number | undefined;
  minDurationMs: number | undefined;
  maxDurationMs: number | undefined;
  fromUs: number | undefined;
  toUs: number | undefined;
  q: string | undefined;
}

/** Conditions in SQL with their values. */
export interface Conditions {
  readonly texts: string[];
  readonly values: (string | number)[];
}

const isTraceId = /^[0-9a-f]{32}$/i;
const attributeForm = /^([^=\s]+)=(.*)$/s;

/** What the row of a trace tells, before its spans are looked at. It lets none through too few, but some too many. */
export function traceConditions(search: TraceSearch, resourceIds: readonly number[]): Conditions {
  const { texts, values } = newConditions();
  const add = (text: string, ...given: (string | number)[]) => {
    texts.push(text);
    values.push(...given);
  };
  if (search.service !== undefined) add('instr(t.services, ?) > 0', JSON.stringify(search.service));
  if (search.route !== undefined) add(...hasToken([attributeToken('http.route', search.route)]));
  if (search.status === 2) add('t.error_count > 0');
  if (search.minDurationMs !== undefined) add('t.longest_ms >= ?', search.minDurationMs);
  if (search.q === undefined) return { texts, values };
  const [, name, text] = attributeForm.exec(search.q) ?? [];
  if (isTraceId.test(search.q)) add('t.trace_id = ?', search.q.toLowerCase());
  else if (name !== undefined && text !== undefined)
    add(...hasToken([attributeToken(name, text), ...resourceIds.map(resourceToken)]));
  else add(`(t.names like ? escape '\\' or length(t.names) > ${fullNames})`, containing(search.q));
  return { texts, values };
}

/** The same of a span. */
export function spanConditions(search: TraceSearch): Conditions {
  const { texts, values } = newConditions();
  const add = (text: string, ...given: (string | number)[]) => {
    texts.push(text);
    values.push(...given);
  };
  if (search.service !== undefined) add('s.resource in (select id from resources where service = ?)', search.service);
  if (search.route !== undefined) add('s.route = ?', search.route);
  if (search.status !== undefined) add('s.status = ?', search.status);
  if (search.minDurationMs !== undefined) add('s.duration_ms >= ?', search.minDurationMs);
  if (search.maxDurationMs !== undefined) add('s.duration_ms <= ?', search.maxDurationMs);
  if (search.q === undefined || isTraceId.test(search.q)) return { texts, values };
  const [, name, text] = attributeForm.exec(search.q) ?? [];
  if (name !== undefined && text !== undefined)
    add('has_attribute(s.content, (select content from resources where id = s.resource), ?, ?)', name, text);
  else add(`(s.name like ? escape '\\' or s.route like ? escape '\\')`, containing(search.q), containing(search.q));
  return { texts, values };
}

/** Name and text of an attribute that is searched for. */
export function attributeIn(q: string | undefined): { name: string; text: string } | undefined {
  const [, name, text] = attributeForm.exec(q ?? '') ?? [];
  return name === undefined || text === undefined ? undefined : { name, text };
}

/** For SQL: whether a span or its resource has an attribute with this value, as text. */
export function hasAttribute(content: string, resource: string, name: string, text: string): number {
  return [parseContent(content).attributes, parseAttributes(resource)].some((attributes) => {
    const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    return value !== undefined && textsOf(value).includes(text);
  })
    ? 1
    : 0;
}

export const spansOfTrace = `s.id between t.id * ${spansPerTrace} and t.id * ${spansPerTrace} + ${spansPerTrace - 1}`;

function newConditions(): Conditions {
  return { texts: [], values: [] };
}

function hasToken(tokens: number[]): [string, ...number[]] {
  const block = `cast(t.id / ${tracesPerBlock} as integer)`;
  const hashes = tokens.map(() => '?').join(', ');
  return [
    `(select 1 from tokens a where a.block = ${block} and a.hash in (${hashes}) and a.trace = t.id limit 1) is not null`,
    ...tokens,
  ];
}

export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

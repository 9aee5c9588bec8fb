import { browserService } from '@octo/contracts/browser-telemetry.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import type { FlatAttributes } from '../../otlp/records.ts';
import { type AttributeTerm, anyText, attributesIn } from './attribute-terms.ts';
import { textsOf } from './attribute-token.ts';
import { spansPerTrace, tracesPerBlock } from './schema.ts';
import { parseAttributes, parseContent } from './span-content.ts';
import { fullNames } from './trace-summary.ts';

/** What a search asks for; one span of a trace has to match all of it but what is said of the trace. */
export interface TraceSearch {
  service?: string | undefined;
  route?: string | undefined;
  workflow?: string | undefined;
  status?: number | undefined;
  minDurationMs?: number | undefined;
  maxDurationMs?: number | undefined;
  fromUs?: number | undefined;
  toUs?: number | undefined;
  q?: string | undefined;
  /** Of the trace: another service that takes part, and how long all of it took. */
  alongside?: string | undefined;
  minTraceMs?: number | undefined;
  maxTraceMs?: number | undefined;
}

/** Conditions in SQL with their values. */
export interface Conditions {
  readonly texts: string[];
  readonly values: (string | number)[];
}

const takesPart = 'instr(t.services, ?) > 0';
/** What browsers said lies apart. */
const isToldByBrowser = '(select 1 from browser_spans b where b.trace_id = t.trace_id limit 1) is not null';
const isTraceId = /^[0-9a-f]{32}$/i;

/** The attributes that a search asks for. */
export function termsOf({ q, workflow }: TraceSearch): AttributeTerm[] {
  const ofWorkflow = workflow === undefined ? [] : [{ name: attributeNames.workflowId, text: workflow }];
  return [...attributesIn(q), ...ofWorkflow];
}

/** What the row of a trace tells, before its spans are looked at. It lets none through too few, but some too many. */
export function traceConditions(search: TraceSearch): Conditions {
  const { texts, values, add } = newConditions();
  if (search.alongside === browserService) add(isToldByBrowser);
  else if (search.alongside !== undefined) add(takesPart, JSON.stringify(search.alongside));
  if (search.service !== undefined) add(takesPart, JSON.stringify(search.service));
  if (search.status === 2) add('t.error_count > 0');
  if (search.minDurationMs !== undefined) add('t.longest_ms >= ?', search.minDurationMs);
  if (search.minTraceMs !== undefined) add('t.end_us - t.start_us >= ?', search.minTraceMs * 1000);
  if (search.maxTraceMs !== undefined) add('t.end_us - t.start_us <= ?', search.maxTraceMs * 1000);
  if (search.q === undefined) return { texts, values };
  if (isTraceId.test(search.q)) add('t.trace_id = ?', search.q.toLowerCase());
  else if (attributesIn(search.q).length === 0)
    add(`(t.names like ? escape '\\' or length(t.names) > ${fullNames})`, containing(search.q));
  return { texts, values };
}

/** The same of its attributes: `tokensOf` knows what a trace with one is found by; nothing where too many have it. */
export function tokenConditions(
  search: TraceSearch,
  tokensOf: (term: AttributeTerm) => number[] | undefined,
): Conditions {
  const { texts, values, add } = newConditions();
  for (const term of [...routeTermsOf(search), ...termsOf(search)]) {
    const tokens = term.text === anyText ? undefined : tokensOf(term);
    if (tokens) add(...hasToken(tokens));
  }
  return { texts, values };
}

/** The same of a span. */
export function spanConditions(search: TraceSearch): Conditions {
  const { texts, values, add } = newConditions();
  if (search.service !== undefined) add('s.resource in (select id from resources where service = ?)', search.service);
  if (search.route !== undefined) add('s.route = ?', search.route);
  if (search.status !== undefined) add('s.status = ?', search.status);
  if (search.minDurationMs !== undefined) add('s.duration_ms >= ?', search.minDurationMs);
  if (search.maxDurationMs !== undefined) add('s.duration_ms <= ?', search.maxDurationMs);
  for (const { name, text } of termsOf(search))
    add(`has_attribute(s.content, ${sharedContent}, ${resourceContent}, ?, ?)`, name, text);
  if (search.q === undefined || isTraceId.test(search.q)) return { texts, values };
  if (attributesIn(search.q).length === 0)
    add(`(s.name like ? escape '\\' or s.route like ? escape '\\')`, containing(search.q), containing(search.q));
  return { texts, values };
}

const sharedContent = '(select content from span_sorts where id = s.sort)';
const resourceContent = '(select content from resources where id = s.resource)';

/** For SQL: whether a span, its sort or its resource has an attribute with this value, as text. */
export function spanHas(content: string, shared: string | null, resource: string, term: AttributeTerm): boolean {
  return (
    attributesHave(parseContent(content).attributes, term) ||
    (shared !== null && contentHas(shared, term)) ||
    contentHas(resource, term)
  );
}

export function contentHas(content: string, term: AttributeTerm): boolean {
  return attributesHave(parseAttributes(content), term);
}

function attributesHave(attributes: FlatAttributes, { name, text }: AttributeTerm): boolean {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return value !== undefined && (text === anyText || textsOf(value).includes(text));
}

/** A route is an attribute as well. */
function routeTermsOf({ route }: TraceSearch): AttributeTerm[] {
  return route === undefined ? [] : [{ name: attributeNames.route, text: route }];
}

export const spansOfTrace = `s.id between t.id * ${spansPerTrace} and t.id * ${spansPerTrace} + ${spansPerTrace - 1}`;

function newConditions() {
  const [texts, values]: [string[], (string | number)[]] = [[], []];
  return {
    texts,
    values,
    add(text: string, ...given: (string | number)[]) {
      texts.push(text);
      values.push(...given);
    },
  };
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

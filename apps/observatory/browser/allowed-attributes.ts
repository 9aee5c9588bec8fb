import type { FlatAttributes, Scalar } from '../otlp/records.ts';

/** What a page may say of itself. Anything else is left out, for it might be about the person who looks at it. */
const allowed = new Set([
  'http.request.method',
  'http.response.status_code',
  'http.route',
  'url.path',
  'url.template',
  'error.type',
  'browser.mobile',
  'browser.platform',
  'browser.language',
  'network.effective_type',
  'web_vital.name',
  'web_vital.value',
  'web_vital.rating',
  'octo.page',
  'octo.workflow.id',
]);
const longestText = 200;

export function allowedAttributes(attributes: FlatAttributes): FlatAttributes {
  const kept = Object.entries(attributes).flatMap(([name, value]): [string, Scalar][] =>
    allowed.has(name) && !Array.isArray(value) ? [[name, plain(value)]] : [],
  );
  return Object.fromEntries(kept);
}

/** What follows a path, such as a search, is nobody's business. */
export function plain<V extends Scalar>(value: V): V | string {
  return typeof value === 'string' ? (value.split(/[?#]/, 1)[0] ?? '').slice(0, longestText) : value;
}

import { believed } from '../intake/read-arrivals.ts';
import { readTraces } from '../otlp/json/traces.ts';
import { newTally, type Tally } from '../otlp/limits.ts';
import type { SpanRecord } from '../otlp/records.ts';
import { faultOfSpan } from '../otlp/validity.ts';
import type { Arrival } from '../store/arrivals.ts';
import { allowedAttributes, plain } from './allowed-attributes.ts';

/** The service of whatever a browser sends; it has no say in that. */
export const browserService = 'browser';
const mostSpans = 50;
const longestName = 100;
const oldestMs = 3_600_000;

/** Reads spans of a browser, without what it may not say, marked as something that anybody could have made up. */
export function readBrowserSpans(body: Buffer, origin: string, nowMs: number): { arrivals: Arrival[]; tally: Tally } {
  const tally = newTally();
  const resource = {
    service: browserService,
    attributes: { 'service.name': browserService, 'octo.browser.origin': origin },
  };
  const oldestNano = BigInt(nowMs - oldestMs) * 1_000_000n;
  const fault = (span: SpanRecord, index: number) => {
    if (index >= mostSpans) return `a page sends at most ${mostSpans} spans at once`;
    return span.startNano < oldestNano ? 'a span of a page is at most an hour old' : faultOfSpan(span, nowMs);
  };
  let index = 0;
  const spans = readTraces(body, tally).flatMap(({ items }) => items);
  const items = believed(spans, tally, (span) => fault(span, index++)).map(bare);
  const content = { resource, items, isUntrusted: true };
  return { arrivals: items.length === 0 ? [] : [{ signal: 'traces', content }], tally };
}

function bare(span: SpanRecord): SpanRecord {
  const { attributes, name } = span;
  return {
    ...span,
    name: plain(name).slice(0, longestName),
    attributes: allowedAttributes(attributes),
    statusMessage: '',
    events: [],
    links: [],
  };
}

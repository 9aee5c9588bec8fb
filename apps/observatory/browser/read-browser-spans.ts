import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { believed, type ReadArrivals } from '../intake/read-arrivals.ts';
import { readTraces } from '../otlp/json/traces.ts';
import { newTally } from '../otlp/limits.ts';
import type { SpanRecord } from '../otlp/records.ts';
import { faultOfSpan } from '../otlp/validity.ts';
import type { Arrival } from '../store/arrivals.ts';
import { allowedAttributes, plain } from './allowed-attributes.ts';
import { type PageSource, resourceOfPage } from './page-source.ts';

const mostSpans = 50;
const longestName = 100;
export const oldestMs = 3_600_000;

/** Reads spans of a browser, without what it may not say, marked as something that anybody could have made up. */
export function readBrowserSpans(body: Buffer, source: PageSource, nowMs: number): ReadArrivals {
  const tally = newTally();
  const oldestNano = BigInt(nowMs - oldestMs) * 1_000_000n;
  let index = 0;
  const fault = (span: SpanRecord) => {
    index += 1;
    if (index > mostSpans) return `a page sends at most ${mostSpans} spans at once`;
    return span.startNano < oldestNano ? 'a span of a page is at most an hour old' : faultOfSpan(span, nowMs);
  };
  const arrivals = readTraces(body, tally).flatMap(({ resource, items: spans }): Arrival[] => {
    const items = believed(spans, tally, fault).map(bare);
    if (items.length === 0) return [];
    const told = resourceOfPage(source, resource.attributes[attributeNames.serviceVersion]);
    return [{ signal: 'traces', content: { resource: told, items, isUntrusted: true } }];
  });
  return { arrivals, tally };
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

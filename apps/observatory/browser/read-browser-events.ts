import { customEvents, errorEvent, vitalEvent } from '@octo/contracts/browser-telemetry.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { believed, type ReadArrivals } from '../intake/read-arrivals.ts';
import { readLogs } from '../otlp/json/logs.ts';
import { newTally } from '../otlp/limits.ts';
import type { LogLine } from '../otlp/records.ts';
import { latestNano } from '../otlp/validity.ts';
import type { Arrival } from '../store/arrivals.ts';
import { allowedAttributes } from './allowed-attributes.ts';
import { type PageSource, resourceOfPage } from './page-source.ts';
import { oldestMs } from './read-browser-spans.ts';

const mostEvents = 50;
const known: ReadonlySet<unknown> = new Set([vitalEvent, errorEvent, ...customEvents]);

/** Reads events of a browser: web vitals, errors, and what the business asks pages to tell; nothing else. */
export function readBrowserEvents(body: Buffer, source: PageSource, nowMs: number): ReadArrivals {
  const tally = newTally();
  const oldestNano = BigInt(nowMs - oldestMs) * 1_000_000n;
  let index = 0;
  const fault = ({ timeNano, attributes }: LogLine) => {
    index += 1;
    if (index > mostEvents) return `a page sends at most ${mostEvents} events at once`;
    if (timeNano < oldestNano || timeNano > latestNano(nowMs)) return 'an event of a page is at most an hour old';
    return known.has(attributes[attributeNames.event]) ? undefined : 'an event of a page has a name that is known';
  };
  const arrivals = readLogs(body, tally).flatMap(({ resource, items: lines }): Arrival[] => {
    const items = believed(lines, tally, fault).map(bare);
    if (items.length === 0) return [];
    return [
      {
        signal: 'browser',
        content: { resource: resourceOfPage(source, resource.attributes[attributeNames.serviceVersion]), items },
      },
    ];
  });
  return { arrivals, tally };
}

function bare(line: LogLine): LogLine {
  return { ...line, body: '', severity: '', attributes: allowedAttributes(line.attributes) };
}

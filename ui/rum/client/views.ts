import { type BrowserActivity, browserAttributes, unmatchedPage } from '@octo/contracts/browser-telemetry.ts';
import { wallMs } from './clock.ts';
import { takeOver } from './handover.ts';
import { below, readTraceparent, type TracePlace } from './ids.ts';
import type { Interactions } from './interactions.ts';
import type { Facts } from './otlp.ts';
import type { Teller, View } from './teller.ts';
import { templateOf } from './template.ts';

/** How this document came: which page it is, and whose trace it belongs to. */
export interface Arrival {
  page: string;
  place: TracePlace;
  parent: TracePlace | undefined;
}

/** The server says in the answer which page it is and in which trace; an answer of the browser's memory says what was once. */
export function arrivalOfDocument(): Arrival {
  const entry = navigationEntry();
  const told = new Map(entry?.serverTiming?.map(({ name, description }) => [name, description]));
  const isFresh = entry !== undefined && entry.transferSize > 0;
  const answered = isFresh ? readTraceparent(told.get('traceparent')) : undefined;
  const handed = takeOver();
  const parent = handed?.traceId === answered?.traceId ? handed : answered;
  return { page: pageOf(told), place: below(parent), parent };
}

/** Of an address that is no page of ours, nothing is told: anything may have been typed there. */
function pageOf(told: ReadonlyMap<string | undefined, string | undefined>): string {
  const unknown = told.has('traceparent') ? unmatchedPage : templateOf(location.pathname);
  return told.get('route') || unknown;
}

/** Tells of the document once it is loaded, or left before. */
export function tellLoad(teller: Teller, { place, parent, page }: Arrival): void {
  const facts = teller.about();
  let isTold = false;
  const tell = () => {
    if (isTold) return;
    isTold = true;
    const entry = navigationEntry();
    const endMs = entry && entry.loadEventEnd > 0 ? wallMs(entry.loadEventEnd) : wallMs();
    const load = {
      [browserAttributes.activity]: 'load' satisfies BrowserActivity,
      [browserAttributes.navigation]: entry?.type,
    };
    teller.span({
      name: `load ${page}`,
      place,
      parent,
      startMs: wallMs(0),
      endMs,
      facts: { ...facts, ...load, ...phases(entry) },
    });
  };
  if (document.readyState === 'complete') setTimeout(tell);
  else teller.on('load', false, () => setTimeout(tell));
  teller.on('pagehide', false, tell);
}

/** A page that changes itself: a view without a document, in the trace of the click that asked for it. */
export function tellView(teller: Teller, interactions: Interactions, page: string): View {
  return tellShown(teller, { activity: 'view', page, parent: interactions.place() });
}

/** A page that the browser had put aside whole and shows again. */
export function tellReturn(teller: Teller): View {
  return tellShown(teller, { activity: 'return', page: teller.page(), parent: undefined });
}

interface Shown {
  activity: BrowserActivity;
  page: string;
  parent: TracePlace | undefined;
}

function tellShown(teller: Teller, { activity, page, parent }: Shown): View {
  const startMs = wallMs();
  const view = teller.show(page, below(parent));
  const facts = { ...teller.about(view), [browserAttributes.activity]: activity };
  requestAnimationFrame(() =>
    teller.span({ name: `${activity} ${page}`, place: view.place, parent, startMs, endMs: wallMs(), facts }),
  );
  return view;
}

function phases(entry: PerformanceNavigationTiming | undefined): Facts {
  if (!entry) return {};
  const between = (from: number, to: number) => (from > 0 && to >= from ? Math.round(to - from) : undefined);
  return {
    [browserAttributes.connectMs]: between(entry.domainLookupStart, entry.connectEnd),
    [browserAttributes.waitMs]: between(entry.requestStart, entry.responseStart),
    [browserAttributes.downloadMs]: between(entry.responseStart, entry.responseEnd),
    [browserAttributes.domMs]: between(entry.responseEnd, entry.domContentLoadedEventEnd),
  };
}

function navigationEntry(): PerformanceNavigationTiming | undefined {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming ? entry : undefined;
}

import { browserIntakePaths, type OwnRumSettings } from '@octo/contracts/browser-telemetry.ts';
import { type BrowserEvent, type BrowserSpan, eventsBody, spansBody } from './otlp.ts';

export interface Sender {
  span(span: BrowserSpan): void;
  event(event: BrowserEvent): void;
  /** Sends what waits; with `isLast` so that it arrives although the page goes away. */
  flush(isLast?: boolean): void;
}

/** What a page begins with is told soon: others hang below it. */
const firstMs = 1000;
const everyMs = 5000;
const atOnce = 25;
const mostWaiting = 200;
const mostFailures = 3;

/** Gathers what there is to tell and sends it a few times a minute. What cannot be sent is dropped: the page has better things to do. */
export function createSender({ url, release }: OwnRumSettings, send: typeof fetch): Sender {
  const spans: BrowserSpan[] = [];
  const events: BrowserEvent[] = [];
  let failures = 0;
  let isFirst = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function add<T>(waiting: T[], item: T): void {
    if (failures >= mostFailures || waiting.length >= mostWaiting) return;
    waiting.push(item);
    // A page that is hidden may be gone before any timer.
    if (document.visibilityState === 'hidden') queueMicrotask(() => flush(true));
    else timer ??= setTimeout(() => flush(), isFirst ? firstMs : everyMs);
  }

  function flush(isLast = false): void {
    clearTimeout(timer);
    timer = undefined;
    isFirst = false;
    while (spans.length > 0) post(browserIntakePaths.traces, spansBody(release, spans.splice(0, atOnce)), isLast);
    while (events.length > 0) post(browserIntakePaths.logs, eventsBody(release, events.splice(0, atOnce)), isLast);
  }

  function post(path: string, body: string, keepalive: boolean): void {
    if (failures >= mostFailures) return;
    // As plain text, so that the browser need not ask first: there is no time for that when a page is left.
    const headers = { 'content-type': 'text/plain;charset=UTF-8' };
    const options = { method: 'POST', headers, body, keepalive, credentials: 'omit', mode: 'cors' } as const;
    send(`${url}${path}`, options).then(
      ({ ok }) => note(ok),
      () => note(false),
    );
  }

  function note(isTaken: boolean): void {
    failures = isTaken ? 0 : failures + 1;
  }

  return { span: (span) => add(spans, span), event: (event) => add(events, event), flush };
}

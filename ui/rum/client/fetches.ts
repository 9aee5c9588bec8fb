import { browserAttributes } from '@octo/contracts/browser-telemetry.ts';
import { wallMs } from './clock.ts';
import { below, type TracePlace, traceparentOf } from './ids.ts';
import type { Interactions } from './interactions.ts';
import type { BrowserSpan, Facts } from './otlp.ts';
import type { Teller } from './teller.ts';
import { templateOf } from './template.ts';

interface Call {
  method: string;
  template: string;
  place: TracePlace;
  parent: TracePlace;
  startMs: number;
  init: RequestInit;
  done(): void;
}

/** Has every call to our own servers carry the trace of what caused it. Calls to anybody else stay as they are. */
export function traceFetches(teller: Teller, interactions: Interactions, traceOrigins: readonly string[]): void {
  const original = window.fetch.bind(window);
  const underWay = new Set<Call>();

  function prepare(input: RequestInfo | URL, init: RequestInit | undefined): Call | undefined {
    const request = input instanceof Request ? input : undefined;
    const url = new URL(request?.url ?? String(input), location.href);
    if (url.origin !== location.origin && !traceOrigins.includes(url.origin)) return undefined;
    const headers = new Headers(init?.headers ?? request?.headers);
    if (headers.has('traceparent')) return undefined;
    const parent = interactions.place() ?? teller.view().place;
    const place = below(parent);
    headers.set('traceparent', traceparentOf(place));
    const method = (init?.method ?? request?.method ?? 'GET').toUpperCase();
    const call = { method, template: templateOf(url.pathname), place, parent, startMs: wallMs() };
    return { ...call, init: { ...init, headers }, done: interactions.join() };
  }

  function tell(call: Call, outcome: number | string): void {
    if (!underWay.delete(call)) return;
    teller.span({ ...spanOf(call, outcome), facts: { ...teller.about(), ...factsOf(call, outcome) } });
    call.done();
  }

  window.fetch = async (input, init) => {
    const call = prepareQuietly(() => prepare(input, init));
    if (call === undefined) return await original(input, init);
    underWay.add(call);
    try {
      const response = await original(input, call.init);
      tell(call, response.status);
      return response;
    } catch (error) {
      tell(call, error instanceof Error ? error.name : 'unknown');
      throw error;
    }
  };

  // Nobody hears the answer any more, but the server may have been asked already, and its spans hang below the call.
  teller.on('pagehide', true, () => {
    for (const call of [...underWay]) tell(call, 'AbortError');
  });
}

function spanOf(
  { method, template, place, parent, startMs }: Call,
  outcome: number | string,
): Omit<BrowserSpan, 'facts'> {
  const isError = typeof outcome === 'string' ? outcome !== 'AbortError' : outcome >= 500;
  return { name: `${method} ${template}`, place, parent, startMs, endMs: wallMs(), isCall: true, isError };
}

function factsOf({ method, template }: Call, outcome: number | string): Facts {
  const result =
    typeof outcome === 'string' ? { [browserAttributes.errorType]: outcome } : { [browserAttributes.status]: outcome };
  return {
    [browserAttributes.activity]: 'fetch',
    [browserAttributes.method]: method,
    [browserAttributes.template]: template,
    ...result,
  };
}

/** A call that cannot be traced is made as the page wanted it. */
function prepareQuietly(prepare: () => Call | undefined): Call | undefined {
  try {
    return prepare();
  } catch {
    return undefined;
  }
}

import type { BrowserContext, ConsoleMessage, Page, Request, Response } from 'playwright-core';

/** Everything a visitor's browser complained about. */
export interface Faults {
  found: string[];
  /** An answer of this status is part of the story. */
  expect(status: number): void;
}

/** Collects console errors (refusals by the content security policy are among them), failed requests and answers that nobody expects. */
export function watchFaults(context: BrowserContext, hasJavaScript = true): Faults {
  const found: string[] = [];
  const expected = new Set<number>();
  const add = (fault: string | undefined) => fault !== undefined && found.push(fault);
  context.on('page', (page: Page) => page.on('pageerror', (error) => add(`${page.url()}: ${error.stack}`)));
  context.on('console', (message) => add(consoleFault(message)));
  context.on('requestfailed', (request) => (hasJavaScript || !isScript(request)) && add(requestFault(request)));
  context.on('response', (response) => add(answerFault(response, expected)));
  return { found, expect: (status) => expected.add(status) };
}

// The browser repeats each answer of 4xx and 5xx on the console; the answers themselves are judged.
function consoleFault(message: ConsoleMessage): string | undefined {
  const isComplaint = message.type() === 'error' || message.type() === 'warning';
  if (!isComplaint || message.text().startsWith('Failed to load resource')) return undefined;
  return `${message.page()?.url()}: console ${message.type()}: ${message.text()}`;
}

// A visitor who moves on gives up what was still loading.
function requestFault(request: Request): string | undefined {
  const reason = request.failure()?.errorText ?? '';
  return reason === 'net::ERR_ABORTED' ? undefined : `${request.method()} ${request.url()} failed: ${reason}`;
}

// With JavaScript off the browser refuses to preload a module.
function isScript(request: Request): boolean {
  return new URL(request.url()).pathname.endsWith('.js');
}

function answerFault(response: Response, expected: ReadonlySet<number>): string | undefined {
  if (response.status() < 400 || expected.has(response.status())) return undefined;
  return `${response.request().method()} ${response.url()} answered ${response.status()}`;
}

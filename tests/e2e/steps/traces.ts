import type { Page } from 'playwright-core';

/** Remembers the trace that each request was answered in; asks for the latest of a method and path. */
export function followTraces(page: Page): (method: string, path: string) => Promise<string | undefined> {
  const traces = new Map<string, Promise<string | null>>();
  page.on('response', (response) => {
    const key = `${response.request().method()} ${new URL(response.url()).pathname}`;
    traces.set(key, response.headerValue('x-trace-id'));
  });
  return async (method, path) => (await traces.get(`${method} ${path}`)) ?? undefined;
}

import { browserIntakePaths, browserAttributes as names } from '@octo/contracts/browser-telemetry.ts';
import { logsBody, newId, newTraceId, type SomeLog, type SomeSpan, tracesBody } from './otlp-json.ts';
import type { TestObservatory } from './test-observatory.ts';

export const shopOrigin = 'http://localhost:8080';

/** A visit as the client of a page tells it. */
export interface TestVisit {
  readonly sessionId: string;
  view(page: string, span?: Partial<SomeSpan>): Promise<string>;
  click(page: string, span?: Partial<SomeSpan>): Promise<string>;
  event(name: string, page: string, attributes?: SomeLog['attributes'], log?: Partial<SomeLog>): Promise<void>;
}

export function visit({ app, observatory }: TestObservatory, origin = shopOrigin): TestVisit {
  const sessionId = newId(16);
  const viewId = newId(8);

  async function send(url: string, payload: object): Promise<void> {
    const { statusCode } = await app.inject({ method: 'POST', url, headers: { origin }, payload });
    if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`);
    await observatory.queue.untilWritten();
  }

  const about = (page: string) => ({ [names.sessionId]: sessionId, [names.viewId]: viewId, [names.page]: page });

  async function span(activity: string, page: string, given: Partial<SomeSpan>): Promise<string> {
    const traceId = given.traceId ?? newTraceId();
    const attributes = { ...about(page), [names.activity]: activity, ...given.attributes };
    const name = `${activity} ${page}`;
    await send(browserIntakePaths.traces, tracesBody('x', [{ name, ...given, traceId, attributes }]));
    return traceId;
  }

  return {
    sessionId,
    view: (page, given = {}) => span('load', page, given),
    click: (page, given = {}) => span('interaction', page, given),
    async event(name, page, attributes = {}, log = {}) {
      const line = { body: name, ...log, attributes: { ...about(page), 'event.name': name, ...attributes } };
      await send(browserIntakePaths.logs, logsBody('x', [line]));
    },
  };
}

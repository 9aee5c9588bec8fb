import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  browserIntakePaths,
  errorEvent,
  browserAttributes as names,
  vitalEvent,
} from '@octo/contracts/browser-telemetry.ts';
import { startServiceProcess } from '@octo/platform/testing/service-process.ts';
import { logsBody, tracesBody } from '../../../apps/observatory/testing/otlp-json.ts';
import { ensurePages } from '../../../tools/pages/ensure-pages.ts';
import { openDoor } from '../house/open-house.ts';
import type { Visitor, VisitorOptions } from '../shop/visitor.ts';
import { recordedNames, recordedTrace } from './recorded-trace.ts';

/** The observatory as it runs, with a store of its own, and a browser. */
export interface ObservatoryHouse extends AsyncDisposable {
  url: string;
  visit(path: string, options?: VisitorOptions): Promise<Visitor>;
  /** Sends OTLP as JSON, traces, logs or metrics. */
  send(signal: 'traces' | 'logs' | 'metrics', body: string): Promise<void>;
}

/** Whose pages may tell it of visits. */
const pageOrigin = 'https://shop.example.com';

const root = join(import.meta.dirname, '..', '..', '..');

export async function openObservatory(more: Record<string, string> = {}): Promise<ObservatoryHouse> {
  await using stack = new AsyncDisposableStack();
  const dir = await mkdtemp(join(tmpdir(), 'octo-observatory-'));
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  const PAGES_DIR = await ensurePages(root, 'observatory');
  const env = {
    PORT: '0',
    OTLP_PORT: '0',
    OBSERVATORY_DIR: dir,
    LOG_LEVEL: 'error',
    PAGES_DIR,
    BROWSER_ORIGINS: `shop=${pageOrigin}`,
    ...more,
  };
  const service = startServiceProcess({ app: 'apps/observatory', env });
  stack.defer(async () => {
    const { output } = await service.stop('SIGTERM');
    if (output !== '') console.error(output);
  });
  const url = await service.url;
  const visit = openDoor(stack);
  const opened = stack.move();
  return {
    url,
    async visit(path, options) {
      const visitor = await visit(url, options);
      await visitor.page.goto(path);
      return visitor;
    },
    async send(signal, body) {
      const headers = { 'content-type': 'application/json' };
      const { status } = await fetch(`${url}/v1/${signal}`, { method: 'POST', headers, body });
      assert.equal(status, 200);
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

export type TraceIds = Record<(typeof recordedNames)[number], string>;

/** Sends what a shop and a CRM have sent once: a checkout that was delivered, and one whose payment failed. */
export async function sendRecorded(house: ObservatoryHouse): Promise<TraceIds> {
  const ids: [string, string][] = [];
  for (const name of recordedNames) {
    const { traceId, traces, logs } = recordedTrace(name, Date.now() - 30_000);
    await house.send('traces', traces);
    await house.send('logs', logs);
    await untilKept(`${house.url}/api/traces/${traceId}`);
    ids.push([name, traceId]);
  }
  return Object.fromEntries(ids) as TraceIds;
}

/** What was taken in is written a moment later. */
export async function untilKept(address: string): Promise<void> {
  for (let looks = 0; looks < 200; looks += 1) {
    if ((await fetch(address)).status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`${address} never came`);
}

/** Sends what the pages of a shop tell of a visit: a page, a click, a web vital and an error. Returns its id. */
export async function sendVisit(house: ObservatoryHouse): Promise<string> {
  const sessionId = randomBytes(16).toString('hex');
  const about = { [names.sessionId]: sessionId, [names.viewId]: '1'.repeat(16), [names.page]: '/products/:id' };
  const [first, second] = ['load', 'interaction'].map((activity) => ({
    traceId: randomBytes(16).toString('hex'),
    spanId: randomBytes(8).toString('hex'),
    name: `${activity} /products/:id`,
    attributes: { ...about, [names.activity]: activity },
  }));
  const vital = { 'event.name': vitalEvent, [names.vitalName]: 'LCP', [names.vitalValue]: 2600 };
  const thrown = {
    'event.name': errorEvent,
    [names.exceptionType]: 'TypeError',
    [names.exceptionMessage]: 'x is undefined',
  };
  const place = {
    [names.file]: '/assets/shop.js',
    [names.line]: 54,
    [names.exceptionStack]: 'step (/assets/shop.js:54:46)',
  };
  const logs = [vital, { ...thrown, ...place }].map((event) => ({ body: '', attributes: { ...about, ...event } }));
  const bodies = { traces: tracesBody('', first && second ? [first, second] : []), logs: logsBody('', logs) };
  for (const signal of ['traces', 'logs'] as const) {
    const headers = { 'content-type': 'application/json', origin: pageOrigin };
    const body = JSON.stringify(bodies[signal]);
    const { status } = await fetch(`${house.url}${browserIntakePaths[signal]}`, { method: 'POST', headers, body });
    assert.equal(status, 200);
  }
  await untilKept(`${house.url}/api/browser/sessions/${sessionId}`);
  return sessionId;
}

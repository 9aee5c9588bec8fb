import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServiceProcess } from '@octo/platform/testing/service-process.ts';
import { ensurePages } from '../../../tools/pages/ensure-pages.ts';
import { launchBrowser } from '../../browser/launch-browser.ts';
import { openVisitor, type Visitor, type VisitorOptions } from '../shop/visitor.ts';
import { recordedNames, recordedTrace } from './recorded-trace.ts';

/** The observatory as it runs, with a store of its own, and a browser. */
export interface ObservatoryHouse extends AsyncDisposable {
  url: string;
  visit(path: string, options?: VisitorOptions): Promise<Visitor>;
  /** Sends OTLP as JSON, traces or logs. */
  send(signal: 'traces' | 'logs', body: string): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..', '..');

export async function openObservatory(): Promise<ObservatoryHouse> {
  await using stack = new AsyncDisposableStack();
  const dir = await mkdtemp(join(tmpdir(), 'octo-observatory-'));
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  const PAGES_DIR = await ensurePages(root, 'observatory');
  const env = { PORT: '0', OTLP_PORT: '0', OBSERVATORY_DIR: dir, LOG_LEVEL: 'error', PAGES_DIR };
  const service = startServiceProcess({ app: 'apps/observatory', env });
  stack.defer(async () => {
    const { output } = await service.stop('SIGTERM');
    if (output !== '') console.error(output);
  });
  const url = await service.url;
  const browser = await launchBrowser();
  stack.defer(() => browser.close());
  const opened = stack.move();
  return {
    url,
    async visit(path, options) {
      const visitor = await openVisitor(browser, url, options);
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

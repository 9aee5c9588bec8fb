import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { BrowserError, BrowserSession, BrowserStep } from '@octo/contracts/observatory-browser.ts';
import { findFreePort } from '@octo/platform/embedded-postgres/free-port.ts';
import { createApp } from '@octo/platform/http/create-app.ts';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { html } from '@octo/ui/html.ts';
import type {} from '@octo/ui/rum/client/octo-rum.ts';
import { fastify } from 'fastify';
import type { BrowserContext } from 'playwright-core';
import { newStoreFolder, startObservatoryProcess } from '../../apps/observatory/testing/observatory-process.ts';
import { readConfig } from '../../apps/shop/config.ts';
import { fileRoutes } from '../../apps/shop/routes/files.ts';
import { shopEnv } from '../../apps/shop/testing/shop-process.ts';
import { loadAssets } from '../../apps/shop/web/assets.ts';
import { layout } from '../../apps/shop/web/layout.ts';
import { until } from '../drills/parts/wait.ts';
import { openScene } from './shop/open-scene.ts';
import { addToCart } from './steps/buying.ts';

// A shop and an observatory as they run, with pages that tell of visits.

const port = String(await findFreePort());
const observatoryUrl = `http://127.0.0.1:${port}`;
const told = { OTEL_EXPORTER_OTLP_ENDPOINT: observatoryUrl, LOG_LEVEL: 'error', RUM_URL: observatoryUrl };
const scene = await openScene(told);
after(() => scene[Symbol.asyncDispose]());
const folder = newStoreFolder();
const BROWSER_ORIGINS = `shop=${scene.url}`;
const observatory = startObservatoryProcess(folder.path, { PORT: port, BROWSER_ORIGINS });
after(async () => {
  await observatory.stop('SIGTERM');
  folder[Symbol.dispose]();
});
await observatory.url;

const read = async (path: string) => (await fetch(`${observatoryUrl}/api/browser/${path}`)).json();
const sessions = async (): Promise<BrowserSession[]> => (await read('sessions?app=shop')).sessions;
const stepsOf = async (sessionId: string): Promise<BrowserStep[]> => (await read(`sessions/${sessionId}`)).steps;
const errors = async (): Promise<BrowserError[]> => (await read('errors')).errors;
const isRum = (url: string) => url.startsWith(observatoryUrl);

/** What is in a tab's own memory and in the cookies that its scripts can read. */
function traces(context: BrowserContext): Promise<string[]> {
  const [page] = context.pages();
  return page?.evaluate(() => [...Object.keys(sessionStorage), document.cookie]) ?? Promise.resolve([]);
}

test('who asks not to be followed is not: nothing is sent, kept or set', async () => {
  for (const wish of ['doNotTrack', 'globalPrivacyControl']) {
    await using visitor = await scene.visit();
    const { page } = visitor;
    const context = page.context();
    await context.addInitScript(
      (name) => Object.defineProperty(navigator, name, { get: () => (name === 'doNotTrack' ? '1' : true) }),
      wish,
    );
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    await addToCart(page, '/products/1');
    await page.getByRole('link', { name: 'View cart' }).click();
    await page.getByRole('heading', { name: 'Your cart' }).waitFor();
    assert.deepEqual(
      asked.filter((url) => isRum(url) || url.includes('rum-client')),
      [],
    );
    assert.deepEqual(await traces(context), ['']);
  }
});

test('an error that nobody caught arrives with its place in the source, and without what it quotes', async () => {
  const visitor = await scene.visit();
  const { page } = visitor;
  await page.goto('/products/2');
  // Also what happened before the client was there is told.
  await page.evaluate(() => {
    HTMLInputElement.prototype.stepUp = () => {
      throw new TypeError('maria@example.com cannot have "12 Bryggen" of 4711');
    };
  });
  await page.locator('[data-step="1"]').click();
  await page.goto('/people/maria-solberg');
  await page.goto('/');
  visitor.faults.found.length = 0;

  let found: BrowserError | undefined;
  let pages: string[] = [];
  await until('the error, and the page that is none', async () => {
    [found] = await errors();
    pages = found ? (await stepsOf(found.lastSessionId ?? '')).map(({ page }) => page) : [];
    return pages.includes('unmatched');
  });
  await visitor[Symbol.asyncDispose]();
  const source = await readFile(join(import.meta.dirname, '../../apps/shop/web/client/shop.ts'), 'utf8');
  const line = source.split('\n').findIndex((text) => text.includes('input.stepUp()')) + 1;
  assert.ok(found);
  assert.deepEqual([found.app, found.type, found.file, found.line], ['shop', 'TypeError', '/assets/shop.js', line]);
  assert.equal(found.message, '… cannot have … of #');
  assert.deepEqual(found.pages, ['/products/:id']);
  const session = (await sessions()).find(({ sessionId }) => sessionId === found?.lastSessionId);
  assert.equal(session?.firstPage, '/products/:id');
  assert.ok(!pages.some((name) => name.includes('maria')), pages.join(', '));
});

test('a call that is under way when its page is left is told, for the spans of the server hang below it', async () => {
  await using visitor = await scene.visit();
  const { page } = visitor;
  const begun = page.waitForResponse((response) => isRum(response.url()));
  await page.goto('/products/3');
  await begun;
  const asked = page.waitForRequest('**/api/products');
  // All at once, so that there is no answer yet.
  await page.evaluate(() => {
    void fetch('/api/products');
    dispatchEvent(new PageTransitionEvent('pagehide'));
  });
  const [, traceId, spanId] = ((await asked).headers().traceparent ?? '').split('-');
  let call: BrowserStep | undefined;
  await until('the call to be told', async () => {
    const visits = await Promise.all((await sessions()).map(({ sessionId }) => stepsOf(sessionId)));
    call = visits.flat().find((step) => step.spanId === spanId);
    return call !== undefined;
  });
  assert.deepEqual([call?.traceId, call?.name, call?.isFailed], [traceId, 'GET /api/products', false]);
  assert.equal(call?.attributes['error.type'], 'AbortError');
});

test('a page works as ever while the observatory cannot be reached', async () => {
  const visitor = await scene.visit();
  const { page } = visitor;
  await page.route(isRumRoute, (route) => route.abort());
  await addToCart(page, '/products/1');
  await page.getByRole('link', { name: 'View cart' }).click();
  await page.getByRole('heading', { name: 'Your cart' }).waitFor();
  const ours = visitor.faults.found.filter((fault) => !fault.includes(observatoryUrl));
  visitor.faults.found.length = 0;
  await visitor[Symbol.asyncDispose]();
  assert.deepEqual(ours, []);
});

test('where the agent of OCI is configured it is loaded in place of ours, knowing all that it asks for', async () => {
  const served: string[] = [];
  const endpoint = fastify();
  endpoint.get('/static/jslib/apmrum.min.js', async (request, reply) => {
    served.push(String(request.headers.origin));
    const script = 'document.body.dataset.apmrum = JSON.stringify(window.apmrum)';
    return reply.headers({ 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }).send(script);
  });
  const endpointUrl = await endpoint.listen({ port: 0, host: '127.0.0.1' });
  const config = readConfig({
    ...shopEnv({ url: 'postgres://nobody@127.0.0.1/none' }),
    OCI_APM_RUM_ENDPOINT: endpointUrl,
    OCI_APM_RUM_PUBLIC_KEY: 'public-key',
    RUM_URL: observatoryUrl,
  });
  const assets = await loadAssets();
  const { rum } = config;
  const logger = createLogger(config.service, 'error');
  const shop = createApp({ logger, publicUrl: undefined, rum });
  fileRoutes(shop, Object({ assets }));
  const site = { asset: assets.url, categories: [], rum };
  shop.get('/', async (_request, reply) =>
    reply.type('text/html').send(layout(site, { title: 'Shop' }, html`<p>Hello</p>`)),
  );
  shop.get('/api/cart', async () => ({ items: [] }));
  const shopUrl = await shop.listen({ port: 0, host: '127.0.0.1' });
  await using visitor = await scene.visit();
  const { page } = visitor;
  await page.goto(shopUrl);
  await page.locator('body[data-apmrum]').waitFor();
  assert.deepEqual(JSON.parse((await page.locator('body').getAttribute('data-apmrum')) ?? ''), {
    serviceName: 'octo-drone-shop',
    webApplication: 'octo-drone-shop',
    ociDataUploadEndpoint: endpointUrl,
    OracleAPMPublicDataKey: 'public-key',
    traceSupportingEndpoints: [],
  });
  assert.deepEqual(served, [shopUrl]);
  assert.equal(await page.evaluate(() => window.octoRum), undefined);
  await Promise.all([shop.close(), endpoint.close()]);
});

function isRumRoute(url: URL): boolean {
  return isRum(url.href);
}

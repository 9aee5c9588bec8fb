import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { BrowserOverview, BrowserSession, BrowserSessionStory } from '@octo/contracts/observatory-browser.ts';
import { expectProblem } from '@octo/platform/testing/expect.ts';
import { resourceOf } from '../otlp/limits.ts';
import { emptyLog } from '../otlp/records.ts';
import { newTraceId, tracesBody } from '../testing/otlp-json.ts';
import { createTestObservatory } from '../testing/test-observatory.ts';
import { shopOrigin, visit } from '../testing/visit.ts';

const crmOrigin = 'http://localhost:8081';
const t = await createTestObservatory({ BROWSER_ORIGINS: `shop=${shopOrigin},crm=${crmOrigin}` });
after(() => t[Symbol.asyncDispose]());
const thrown = {
  'exception.type': 'TypeError',
  'exception.message': 'x is undefined',
  'code.file.path': '/assets/0123456789ab/shop.js',
  'code.line.number': 17,
  'code.column.number': 3,
};

const read = async <Answer>(url: string): Promise<Answer> => (await t.app.inject(url)).json();
const overview = (query = '') => read<BrowserOverview>(`/api/browser/overview${query}`);
const sessions = async (query = '') =>
  (await read<{ sessions: BrowserSession[] }>(`/api/browser/sessions${query}`)).sessions;

test('the overview knows where the pages are opened', async () => {
  const { pages } = await read<{ pages: unknown }>('/api/overview');
  assert.deepEqual(pages, [
    { app: 'shop', origin: shopOrigin },
    { app: 'crm', origin: crmOrigin },
  ]);
});

test('nothing is empty, not missing', async () => {
  const { views, sessions: visits, errors, vitals, pages, steps } = await overview();
  assert.deepEqual([views, visits, errors, pages], [0, 0, 0, []]);
  assert.deepEqual(
    vitals.map(({ name, p75 }) => [name, p75]),
    [
      ['LCP', null],
      ['INP', null],
      ['CLS', null],
      ['TTFB', null],
    ],
  );
  assert.equal(steps.length, 60);
  assert.deepEqual(await sessions(), []);
});

test('views, errors and vitals are counted by page, and three of four visitors had it at least so well', async () => {
  const one = visit(t);
  await one.view('/');
  await one.view('/products/:id');
  for (const value of [1000, 2000, 3000, 5000])
    await one.event('browser.web_vital', '/', { 'web_vital.name': 'LCP', 'web_vital.value': value });
  await one.event('browser.web_vital', '/', { 'web_vital.name': 'CLS', 'web_vital.value': 0.5 });
  await one.event('browser.web_vital', '/', { 'web_vital.name': 'FCP', 'web_vital.value': 5 });
  await one.event('browser.error', '/products/:id', thrown);
  await visit(t, crmOrigin).view('/orders');
  const { pages, apps, ...all } = await overview();
  assert.deepEqual([all.views, all.sessions, all.errors, apps], [3, 2, 1, ['crm', 'shop']]);
  assert.equal(
    all.steps.reduce((sum, { views }) => sum + views, 0),
    3,
  );
  const home = pages.find(({ page }) => page === '/');
  const [lcp, , cls] = home?.vitals ?? [];
  assert.ok(lcp?.p75 && Math.abs(lcp.p75 - 3000) < 100);
  assert.deepEqual([lcp.good, lcp.needsImprovement, lcp.poor], [2, 1, 1]);
  assert.deepEqual([cls?.good, cls?.poor], [0, 1]);
  assert.deepEqual(
    (await sessions('?page=/products/:id')).map(({ sessionId }) => sessionId),
    [one.sessionId],
  );
  const { pages: ofCrm } = await overview('?app=crm');
  assert.deepEqual(
    ofCrm.map(({ app, page, views }) => [app, page, views]),
    [['crm', '/orders', 1]],
  );
});

test('a visit is told step by step, with the traces that it set off in services', async () => {
  const one = visit(t);
  const now = Date.now();
  await one.view('/', { startMs: now - 3000 });
  const traceId = await one.click('/', { startMs: now - 2000, name: 'click link /cart' });
  await t.send('traces', tracesBody('octo-drone-shop', [{ traceId, name: 'GET /cart', kind: 2 }]));
  await one.event('add_to_cart', '/', { 'octo.units': 2 }, { timeMs: now - 1000 });
  const { session, steps, isCut } = await read<BrowserSessionStory>(`/api/browser/sessions/${one.sessionId}`);
  const ofOne = await read<BrowserSessionStory>(`/api/browser/sessions/${one.sessionId}?traceId=${steps[0]?.traceId}`);
  assert.deepEqual(
    ofOne.steps,
    steps.filter(({ traceId }) => traceId === steps[0]?.traceId),
  );
  assert.deepEqual([session.app, session.firstPage, session.views, session.interactions], ['shop', '/', 1, 1]);
  assert.deepEqual(
    steps.map(({ kind, name, hasServerSpans }) => [kind, name, hasServerSpans]),
    [
      ['load', 'load /', false],
      ['interaction', 'click link /cart', true],
      ['custom', 'add_to_cart', false],
    ],
  );
  assert.equal(isCut, false);
});

test('of a long visit what belongs to one trace is told, however late it came', async () => {
  const one = visit(t);
  const traceId = await one.view('/cart');
  const before = Date.now() - 60_000;
  const items = Array.from({ length: 1100 }, (_, at) => ({
    ...emptyLog(),
    timeNano: BigInt(before + at) * 1_000_000n,
    attributes: { 'event.name': 'checkout_start', 'session.id': one.sessionId, 'octo.page': '/cart' },
  }));
  const resource = resourceOf({ 'service.name': 'browser', 'octo.app': 'shop' });
  t.observatory.store.write([{ signal: 'browser', content: { resource, items } }]);
  const whole = await read<BrowserSessionStory>(`/api/browser/sessions/${one.sessionId}`);
  assert.deepEqual([whole.steps.length, whole.isCut], [1000, true]);
  const { steps, isCut } = await read<BrowserSessionStory>(`/api/browser/sessions/${one.sessionId}?traceId=${traceId}`);
  assert.deepEqual([steps.map(({ name }) => name), isCut], [['load /cart'], false]);
});

test('errors of one kind stand together, and lead to the visits that met them', async () => {
  const traceId = newTraceId();
  const [one, other] = [visit(t), visit(t)];
  await one.event('browser.error', '/cart', thrown);
  await other.event('browser.error', '/', { ...thrown, 'code.file.path': '/assets/ba9876543210/shop.js' }, { traceId });
  await other.event('browser.error', '/', { ...thrown, 'code.line.number': 18 });
  const { errors } = await read<{ errors: Record<string, unknown>[] }>('/api/browser/errors?app=shop');
  const [, group] = errors;
  assert.equal(errors.length, 2);
  assert.deepEqual(
    [group?.type, group?.file, group?.line, group?.times, group?.sessions, group?.lastTraceId],
    ['TypeError', '/assets/shop.js', 17, 3, 3, traceId],
  );
  assert.deepEqual(group?.pages, ['/', '/cart', '/products/:id']);
  const met = await sessions(`?error=${group?.errorId}`);
  assert.deepEqual(
    met
      .slice(0, 2)
      .map(({ sessionId }) => sessionId)
      .sort(),
    [one.sessionId, other.sessionId].sort(),
  );
  assert.equal((await sessions('?page=/nowhere')).length, 0);
  const { errors: here } = await read<{ errors: unknown[] }>('/api/browser/errors?page=/cart');
  assert.equal(here.length, 1);
  assert.ok((await sessions('?hasErrors=true')).every(({ errors }) => errors > 0));
});

test('lists go on where they ended', async () => {
  const first = await read<{ sessions: BrowserSession[]; next: string }>('/api/browser/sessions?limit=2');
  const rest = await sessions(`?limit=100&after=${first.next}`);
  const ids = [...first.sessions, ...rest].map(({ sessionId }) => sessionId);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(ids.length, (await sessions('?limit=100')).length);
  const errors = await read<{ errors: unknown[]; next: string }>('/api/browser/errors?limit=1');
  assert.equal((await read<{ errors: unknown[] }>(`/api/browser/errors?after=${errors.next}`)).errors.length, 1);
  assert.ok((await t.app.inject(`/api/browser/errors?after=${first.next}`)).statusCode === 400, 'of another list');
});

test('what cannot be asked is refused, and what is not there is not found', async () => {
  expectProblem(await t.app.inject('/api/browser/overview?minutes=0'), {
    status: 400,
    field: 'minutes',
    code: 'http.invalid',
  });
  expectProblem(await t.app.inject('/api/browser/sessions/maria'), {
    status: 400,
    field: 'sessionId',
    code: 'http.invalid',
  });
  expectProblem(await t.app.inject(`/api/browser/sessions/${'0'.repeat(31)}1`), {
    status: 404,
    code: 'browser.unknown_session',
  });
});

test('a trace is found by what its page said of itself, and by nothing that anybody could want to make up', async () => {
  const [ofOurs, ofNobody] = [newTraceId(), newTraceId()];
  await t.send('traces', tracesBody('shop', [{ traceId: ofOurs, kind: 2, name: 'POST /checkout' }]));
  const one = visit(t);
  const said = { 'octo.browser.control': 'submit form /checkout', 'octo.outcome': 'declined' };
  for (const traceId of [ofOurs, ofNobody]) await one.click('/checkout', { traceId, attributes: said });
  const found = async (q: string) => {
    const { traces } = await read<{ traces: { traceId: string }[] }>(`/api/traces?q=${encodeURIComponent(q)}`);
    return traces.map(({ traceId }) => traceId);
  };
  assert.deepEqual(await found(`session.id=${one.sessionId}`), [ofOurs]);
  assert.deepEqual(await found('octo.browser.control=submit form /checkout octo.app=shop'), [ofOurs]);
  assert.deepEqual(await found('octo.page=/checkout octo.browser.control=*'), [ofOurs]);
  assert.deepEqual(await found('octo.page=/checkout octo.app=crm'), []);
  assert.deepEqual(await found('octo.outcome=declined'), []);
});

test('what browsers say keeps to its part of the room and leaves that of our own alone', async () => {
  await using small = await createTestObservatory({
    BROWSER_ORIGINS: `shop=${shopOrigin}`,
    OBSERVATORY_STORE_MB: '16',
  });
  const traceId = newTraceId();
  await small.send('traces', tracesBody('octo-drone-shop', [{ traceId, name: 'GET /', kind: 2 }]));
  const content = { 'octo.browser.control': 'x'.repeat(200), 'octo.page': 'y'.repeat(200) };
  for (let sent = 0; sent < 60; sent += 1) {
    const spans = Array.from({ length: 50 }, () => ({ traceId: newTraceId(), attributes: content }));
    const payload = tracesBody('x', spans);
    const headers = { origin: shopOrigin, 'x-forwarded-for': `10.0.0.${sent}` };
    await small.app.inject({ method: 'POST', url: '/intake/browser/v1/traces', headers, payload });
    small.pass(10_001);
    await small.observatory.queue.untilWritten();
    small.observatory.store.pruneStep();
  }
  const count = small.observatory.store.read(({ browser }) => browser.spanCount());
  assert.ok(count > 200 && count < 1000, `${count} of 3,000`);
  assert.equal((await small.app.inject(`/api/traces/${traceId}`)).statusCode, 200);
});

import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { getTraceStory, type XrayBrowserEvent } from '@octo/contracts/crm/xray.ts';
import { expectContract } from '@octo/platform/testing/expect.ts';
import { openFakePeer } from '@octo/platform/testing/fake-peer.ts';
import { recordSpans } from '@octo/platform/testing/record-spans.ts';
import { knowing, logOf, spanOf } from '../testing/fake-observatory.ts';
import { signedInAs } from '../testing/sign-in.ts';
import { createTestCrm } from '../testing/test-crm.ts';

const checkoutTrace = '0af7651916cd43dd8448eb211c80319c';
const token = 'a token of the observatory, long enough';
/** So that requests have traces. */
recordSpans();
const observatory = await openFakePeer(knowing({}));
const t = await createTestCrm({ env: { SERVICE_OBSERVATORY_URL: observatory.url, OBSERVATORY_TOKEN: token } });
after(async () => {
  await t[Symbol.asyncDispose]();
  await observatory[Symbol.asyncDispose]();
});
const boss = await signedInAs(t, 'admin');

beforeEach(() => {
  observatory.heard.length = 0;
  observatory.answer(knowing({}));
});

async function storyOf(traceId = checkoutTrace) {
  return expectContract(getTraceStory, 200, await boss.get(`/api/observability/traces/${traceId}`));
}

test('the spans, statements, sessions, waits and log lines of a trace come from the observatory', async () => {
  const sql = {
    'db.system.name': 'postgresql',
    'db.query.text': 'select 1',
    'octo.sql_id': 'abc',
    'octo.db.backend_pid': 7,
  };
  observatory.answer(
    knowing({
      '/api/traces/': {
        traceId: 'a'.repeat(32),
        spanCount: 2,
        spans: [spanOf('1'), spanOf('2', { parent: '1', attributes: sql })],
      },
      '/api/logs?': { logs: [logOf('order placed', { attributes: { 'event.name': 'order.placed' } })], next: null },
      '/api/database/activity?': {
        traces: [{ key: checkoutTrace, averageActive: 0.001, byWaitClass: { Lock: 0.001 } }],
      },
    }),
  );
  const story = await storyOf();
  assert.deepEqual([story.spans.state, story.spans.total, story.spans.rows.length], ['found', 2, 2]);
  assert.deepEqual([story.statements[0].sql_id, story.sessions[0].backend_pid], ['abc', 7]);
  assert.deepEqual(story.waits, { state: 'found', seconds: [{ wait_class: 'Lock', seconds: 3.6 }] });
  assert.deepEqual([story.logs.records[0].message, story.logs.records[0].event], ['order placed', 'order.placed']);
  assert.ok(observatory.heard.length > 2);
  for (const { headers } of observatory.heard) assert.equal(headers.authorization, `Bearer ${token}`);
});

test('what the browser told in the trace is part of the story, with its visit, and marked', async () => {
  const sessionId = 'b'.repeat(32);
  const load = spanOf('3', { isUntrusted: true, service: 'browser', attributes: { 'session.id': sessionId } });
  const step = (kind: string, attributes: object, traceId = checkoutTrace) => ({
    kind,
    traceId,
    timeUnixNano: '1767323045000000000',
    name: `browser.${kind}`,
    page: '/orders/:number',
    attributes,
  });
  observatory.answer(
    knowing({
      '/api/traces/': { traceId: 'a'.repeat(32), spanCount: 4000, spans: [load] },
      [`/api/browser/sessions/${sessionId}?traceId=${checkoutTrace}`]: {
        session: { app: 'shop' },
        steps: [
          step('load', {}),
          step('web_vital', { 'web_vital.name': 'LCP', 'web_vital.value': 812 }),
          step('error', { 'exception.type': 'TypeError', 'exception.message': '… of undefined' }),
          // Of another trace in the same visit.
          step('custom', {}, 'c'.repeat(32)),
        ],
      },
    }),
  );
  const { browser, spans } = await storyOf();
  assert.deepEqual([browser.state, browser.session_id, browser.app], ['found', sessionId, 'shop']);
  const told = browser.events.map(({ kind, name, value, message }: XrayBrowserEvent) => [kind, name, value, message]);
  assert.deepEqual(told, [
    ['web_vital', 'LCP', 812, null],
    ['error', 'TypeError', null, '… of undefined'],
  ]);
  assert.deepEqual([spans.total, spans.is_cut], [4000, true]);
  assert.ok(observatory.heard.some(({ path }) => path.endsWith(`/api/traces/${checkoutTrace}?limit=1000`)));
});

test('of a trace that the observatory does not know it is told since when it keeps any', async () => {
  const status = { oldestSpanUnixNano: '1767323045000000000' };
  observatory.answer(knowing({ '/api/status': status }));
  const { spans } = await storyOf();
  assert.deepEqual([spans.state, spans.kept_since], ['none', '2026-01-02T03:04:05.000Z']);
});

for (const [how, answer, state] of [
  ['wants another token', { status: 401, body: { code: 'observatory.token_wrong' } }, 'refused'],
  ['had to let it go', { status: 410, body: { code: 'traces.aged_out' } }, 'expired'],
  ['answers something else', { status: 200, body: { hello: 'there' } }, 'away'],
  // At last, for it is left alone for a while after that.
  ['hangs up', undefined, 'away'],
] as const)
  test(`an observatory that ${how} is told of, and costs nothing else of the story`, async () => {
    observatory.answer(() => answer);
    const story = await storyOf();
    assert.deepEqual([story.spans.state, story.spans.rows], [state, []]);
    assert.ok(Array.isArray(story.trail.audit));
  });

test('what was written down in the trace comes from our own tables', async () => {
  const { headers } = await boss.post('/api/products/2/stock-movements', { delta: 1, reason: 'one more' });
  const { trail } = await storyOf(String(headers['x-trace-id']));
  assert.deepEqual(
    trail.audit.map(({ action }: { action: string }) => action),
    ['products.stock'],
  );
});

test('a CRM that knows no observatory says so, and where OCI APM shows the trace', async () => {
  const env = { APM_TRACE_URL: 'https://cloud.oracle.com/apm-traces/trace-explorer?trace={trace_id}' };
  await using own = await createTestCrm({ env, database: t.database });
  const person = await signedInAs(own, 'manager');
  const story = (await person.get(`/api/observability/traces/${checkoutTrace}`)).json();
  assert.deepEqual([story.spans.state, story.logs.state, story.waits.state], Array(3).fill('not_configured'));
  assert.equal((await person.get('/api/auth/session')).json().apm_trace_url, env.APM_TRACE_URL);
});

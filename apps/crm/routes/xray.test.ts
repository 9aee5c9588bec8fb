import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { getTraceStory, getXray } from '@octo/contracts/crm/xray.ts';
import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { openFakePeer } from '@octo/platform/testing/fake-peer.ts';
import { recordSpans } from '@octo/platform/testing/record-spans.ts';
import { knowing, logOf, spanOf } from '../testing/fake-observatory.ts';
import { addNews, addPlacedOrder } from '../testing/placed-order.ts';
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
const operator = await signedInAs(t, 'support');
const viewer = await signedInAs(t, 'viewer');
const orderId = await addPlacedOrder(t.owner);
const eventId = await addNews(t.owner, orderId, { deliveredAt: new Date(), attempts: 2 });

beforeEach(() => {
  observatory.heard.length = 0;
  observatory.answer(knowing({}));
});

const look = (path: string, as = boss) => as.get(`/api/observability/xray/${path}`);
const read = async (path: string, as = boss) => expectContract(getXray, 200, await look(path, as));

test('an order is told with its money, its checkout, what was done since and how its news travelled', async () => {
  const moved = await boss.patch(`/api/orders/${orderId}/status`, { status: 'on_hold', reason: 'to be looked at' });
  assert.equal(moved.statusCode, 200, moved.payload);
  await t.owner.insertInto('inbox').values(receiptOf(eventId)).execute();
  const story = await read(`order/${orderId}`);
  assert.deepEqual([story.title, story.path], [`OCTO-${orderId}`, `/orders/${orderId}`]);
  assert.deepEqual(
    story.money.map(({ label, amount }: { label: string; amount: number }) => [label, amount]),
    [
      ['Total', 499.9],
      ['Paid', 499.9],
      ['Refunded', 0],
      ['Invoiced', 499.9],
    ],
  );
  assert.equal(story.open_trace_id, checkoutTrace);
  const done = story.traces.map(({ steps }: { steps: { name: string }[] }) => steps.map(({ name }) => name));
  assert.deepEqual(done, [['order.opened'], ['order.on_hold', 'orders.status']]);
  assert.deepEqual(
    story.untraced.map(({ name }: { name: string }) => name),
    ['order.placed', 'order.placed'],
  );
  assert.deepEqual([story.deliveries[0].attempts, story.deliveries[0].received_at], [2, received.toISOString()]);
  assert.equal(story.audit[0].action, 'orders.status');
});

const received = new Date('2026-01-02T03:04:05.000Z');
function receiptOf(id: string) {
  return { eventId: id, consumer: 'crm', eventType: 'order.placed', payloadHash: 'a'.repeat(64), receivedAt: received };
}

test('a line, the invoice, the customer and the message of an order are told, too', async () => {
  const line = await read(`line/${orderId}.1`);
  assert.deepEqual([line.title, line.money[1].amount, line.open_trace_id], ['Drone', 499.9, checkoutTrace]);
  const billed = await read(`invoice/${orderId}`);
  assert.deepEqual([billed.title, billed.money[0].amount], [`INV-${orderId}`, 499.9]);
  const customer = await read('customer/1');
  assert.ok(customer.traces.some(({ trace_id }: { trace_id: string }) => trace_id === checkoutTrace));
  assert.doesNotMatch(JSON.stringify(customer), /@/);
  assert.ok(customer.traces.every(({ steps }: { steps: { name: string }[] }) => steps[0]?.name === 'order.opened'));
  const message = await read(`delivery/${eventId}.crm`);
  assert.deepEqual([message.title, message.path], ['order.placed', `/orders/${orderId}`]);
});

test('an invoice that was paid and is void now is told as paid, and what was given back with it', async () => {
  const cancelled = await addPlacedOrder(t.owner, { customerId: 2 });
  const move = (status: string) => boss.patch(`/api/orders/${cancelled}/status`, { status, reason: 'not wanted' });
  assert.equal((await move('accepted')).statusCode, 200);
  assert.equal((await move('cancelled')).statusCode, 200);
  await t.owner.updateTable('payments').set({ status: 'refunded' }).where('orderId', '=', cancelled).execute();
  const { about, money } = await read(`invoice/${cancelled}`);
  assert.match(about, /, void$/);
  assert.deepEqual(
    money.map(({ label, amount }: { label: string; amount: number }) => [label, amount]),
    [
      ['Amount', 499.9],
      ['Paid', 499.9],
      ['Refunded', 499.9],
    ],
  );
});

test('a product, its movement and the entry of the audit lead to the trace of the correction', async () => {
  const corrected = await boss.post('/api/products/1/stock-movements', { delta: 2, reason: 'found two' });
  const traceId = corrected.headers['x-trace-id'];
  const product = await read('product/1');
  assert.equal(product.open_trace_id, traceId);
  const [movement] = product.movements;
  assert.equal((await read(`movement/${movement.id}`)).open_trace_id, traceId);
  assert.equal((await read(`audit/${product.audit[0].id}`)).open_trace_id, traceId);
  const told = await read('product/1', operator);
  assert.deepEqual([told.audit[0].action, told.audit[0].ip_address], ['products.stock', null]);
});

test('a trace by itself has no record, and no other name than its id', async () => {
  const traceId = 'b'.repeat(32);
  const story = await read(`trace/${traceId}`);
  assert.deepEqual([story.open_trace_id, story.traces[0].trace_id, story.audit], [traceId, traceId, []]);
});

test('who may not read the audit is shown none of it', async () => {
  assert.equal((await read(`order/${orderId}`, operator)).audit, null);
  expectProblem(await look(`audit/${uuidV7()}`, operator), { status: 403, code: 'identity.not_allowed' });
  const story = await operator.get(`/api/observability/traces/${checkoutTrace}`);
  assert.equal(expectContract(getTraceStory, 200, story).trail, null);
});

test('who is no operator sees nothing of it', async () => {
  expectProblem(await look(`order/${orderId}`, viewer), { status: 403, code: 'identity.not_allowed' });
  expectProblem(await viewer.get(`/api/observability/traces/${checkoutTrace}`), {
    status: 403,
    code: 'identity.not_allowed',
  });
});

const wrongIds = ['order/0', 'order/x', 'line/1', 'line/1.2.3', 'movement/1', 'delivery/1.crm', 'trace/abc'];
for (const path of wrongIds)
  test(`${path} is no id of its kind`, async () => {
    expectProblem(await look(path), { status: 400, code: 'xray.id_invalid', field: 'id' });
  });

test('a kind that there is not is refused', async () => {
  expectProblem(await look('planet/1'), { status: 400, code: /./, field: 'kind' });
});

for (const path of [
  'order/999999999',
  `line/${orderId}.2`,
  'invoice/999999999',
  'product/999999999',
  'customer/999999999',
  `movement/${uuidV7()}`,
  `audit/${uuidV7()}`,
  `delivery/${uuidV7()}.crm`,
])
  test(`${path} is not found`, async () => {
    expectProblem(await look(path), {
      status: 404,
      code: /_?not_found$/,
      field: /^(order|invoice)/.test(path) ? 'id' : undefined,
    });
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

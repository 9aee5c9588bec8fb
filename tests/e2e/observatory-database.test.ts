import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { StatementSummary } from '@octo/contracts/insight-statements.ts';
import { connect } from '@octo/database/owner-connection.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { newId, newTraceId, tracesBody } from '../../apps/observatory/testing/otlp-json.ts';
import { openObservatory, untilKept } from './observatory/open-observatory.ts';
import { inspectPage } from './page-quality/inspect-page.ts';

// A real database under observation: what it is asked, and who is in whose way.
const stack = new AsyncDisposableStack();
after(() => stack.disposeAsync());
const database = stack.use(await createTestDatabase());
const { octo_shop: shopUrl, octo_insight: INSIGHT_DATABASE_URL } = database.urls;
const [holder, waiter] = await Promise.all([openSession(), openSession()]);
// Its text is known as it was sent, for there is no value in it.
await holder.query('select max(version) from catalog_version');
const house = stack.use(await openObservatory({ INSIGHT_DATABASE_URL }));

async function openSession() {
  return stack.adopt(await connect(shopUrl), (session) => session.end());
}

/** The statement that was run before anybody looked. */
async function asked(): Promise<StatementSummary> {
  const { statements } = await (await fetch(`${house.url}/api/database/statements`)).json();
  return statements.find(({ text }: StatementSummary) => text.startsWith('select max(version)'));
}

async function pidOf(session: typeof holder): Promise<number> {
  const { rows } = await session.query('select pg_backend_pid() as pid');
  return rows[0].pid;
}

/** The span of a statement that a session has just done. */
async function sendSpanOf(pid: number): Promise<string> {
  const traceId = newTraceId();
  const { hostname, port } = new URL(shopUrl);
  const attributes = { 'octo.db.backend_pid': pid, 'server.address': hostname, 'server.port': Number(port) };
  const [spanId, startMs] = [newId(8), Date.now()];
  const statement = { traceId, parentSpanId: spanId, name: 'SELECT locks', kind: 3, startMs, attributes };
  const request = { traceId, spanId, name: 'POST /api/shop/checkout', kind: 2, startMs, durationMs: 20 };
  await house.send('traces', JSON.stringify(tracesBody('octo-drone-shop', [statement, request])));
  await untilKept(`${house.url}/api/traces/${traceId}`);
  return traceId;
}

test('who waits for whom is shown as a tree, and leads to the trace of the one in the way', async () => {
  await using visitor = await house.visit('/sessions');
  const { page } = visitor;
  await page.getByText('Nobody waits for anybody.').waitFor();
  const [holderPid, waiterPid] = [await pidOf(holder), await pidOf(waiter)];
  await holder.query('begin');
  await holder.query('select pg_advisory_xact_lock(70)');
  const traceId = await sendSpanOf(holderPid);
  await waiter.query('begin');
  const waiting = waiter.query('select pg_advisory_xact_lock(70)');
  const tree = page.getByRole('list', { name: 'Blocking tree' });
  const top = tree.locator('> li');
  await top.getByText('holds up 1 session').waitFor();
  await top.getByText('Idle in transaction').waitFor();
  await top
    .getByRole('list')
    .getByRole('link', { name: `Session ${waiterPid}` })
    .waitFor();
  await inspectPage(page);
  await page
    .getByRole('link', { name: `Session ${holderPid}` })
    .first()
    .click();
  await page.getByRole('heading', { name: `Session ${holderPid}` }).waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: `Trace of session ${holderPid}` }).click();
  await page.getByRole('heading', { level: 1, name: 'POST /api/shop/checkout' }).waitFor();
  assert.equal(new URL(page.url()).pathname, `/traces/${traceId}`);
  await holder.query('rollback');
  await waiting;
  await waiter.query('rollback');
  await page.goto(`/sessions?session=${waiterPid}&show=waiting`);
  await page.getByText('Nobody waits for anybody.').waitFor();
  await page.getByText('No session is like that right now.').waitFor();
  await page.getByRole('heading', { name: `Session ${waiterPid}` }).waitFor();
  await waiter.end();
  await page.getByText('This is how it was seen last.').waitFor();
  await page.getByText('octo_shop from').waitFor();
});

test('the page of the database and that of a statement are sound', async () => {
  await using visitor = await house.visit('/sql');
  const { page } = visitor;
  await page.getByRole('heading', { name: 'Sizes' }).waitFor();
  // Which of the two depends on whether the minute is over.
  const none = page.getByText('Nothing was run in this time');
  await none
    .or(page.getByRole('table', { name: 'Statements' }))
    .first()
    .waitFor();
  await inspectPage(page);
  await page.goto(`/sql/${(await asked()).statementId}`);
  await page.getByRole('heading', { level: 1, name: 'SELECT catalog_version' }).waitFor();
  await page.getByText('As it would be done; nothing was run').waitFor();
  await inspectPage(page);
});

test('a SQL_ID leads to its statement', async () => {
  const { sqlId, statementId } = await asked();
  await using visitor = await house.visit(`/sql/by-sql-id/${sqlId}?minutes=15`);
  await visitor.page.waitForURL((url) => url.pathname === `/sql/${statementId}`);
  assert.equal(new URL(visitor.page.url()).search, '?minutes=15');
  await visitor.page.getByText(String(sqlId)).waitFor();
});

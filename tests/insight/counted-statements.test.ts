import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { getInsightStatus } from '@octo/contracts/insight.ts';
import {
  getStatement,
  getStatementPlan,
  listStatements,
  type StatementSummary,
} from '@octo/contracts/insight-statements.ts';
import { connect } from '@octo/database/owner-connection.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { findFreePort } from '@octo/platform/embedded-postgres/free-port.ts';
import { expectContract } from '@octo/platform/testing/expect.ts';
import { newStoreFolder, startObservatoryProcess } from '../../apps/observatory/testing/observatory-process.ts';
import { createTestObservatory } from '../../apps/observatory/testing/test-observatory.ts';

const stack = new AsyncDisposableStack();
after(() => stack.disposeAsync());
const database = stack.use(await createTestDatabase({ seed: true }));
const owner = stack.adopt(await connect(database.ownerUrl), (client) => client.end());
const t = stack.use(await createTestObservatory({ INSIGHT_DATABASE_URL: database.urls.octo_insight }));
const { watch } = t.observatory;

async function look(): Promise<void> {
  await watch?.turn();
  await watch?.idle();
}

test('what really ran in a minute is counted in it, with its plan, and can be asked how it is done', async () => {
  await look();
  for (let call = 0; call < 7; call += 1) await owner.query('select name from products where price > $1', ['1']);
  t.pass(60_000);
  await look();
  const answer = await t.app.inject('/api/database/statements?minutes=5&limit=200');
  const { statements } = expectContract(listStatements, 200, answer);
  const own = statements.find(({ text }: StatementSummary) => /select name from products where price/.test(text));
  assert.deepEqual([own?.calls, own?.rows], [7, 7 * 52]);
  assert.ok(own.elapsedMs > 0);
  const one = expectContract(getStatement, 200, await t.app.inject(`/api/database/statements/${own.statementId}`));
  assert.equal(one.minutes.length, 1);
  const asked = await t.app.inject(`/api/database/statements/${own.statementId}/plan`);
  const { lines, planHash } = expectContract(getStatementPlan, 200, asked);
  assert.match(lines.join('\n'), /products/);
  assert.deepEqual(
    one.plans.map(({ planHash }: { planHash: string }) => planHash),
    [planHash],
  );
  const status = expectContract(getInsightStatus, 200, await t.app.inject('/api/database/status'));
  assert.deepEqual([status.isReachable, status.missing], [true, []]);
});

test('when its sessions are ended it takes new ones', async () => {
  await owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'octo_insight' and datname = current_database()",
  );
  const before = watch?.samples().taken ?? 0;
  while ((watch?.samples().taken ?? 0) === before) {
    t.pass(1000);
    await look();
  }
  assert.equal(watch?.isReachable(), true);
});

test('an observatory starts and takes telemetry while the database that it is to watch is away', async () => {
  using folder = newStoreFolder();
  const away = new URL(database.urls.octo_insight);
  away.port = String(await findFreePort());
  await using observatory = startObservatoryProcess(folder.path, { INSIGHT_DATABASE_URL: away.href });
  const url = await observatory.url;
  assert.equal((await fetch(`${url}/ready`)).status, 200);
  const status = await (await fetch(`${url}/api/database/status`)).json();
  assert.deepEqual([Object(status).isConfigured, Object(status).isReachable], [true, false]);
  const sessions = await fetch(`${url}/api/database/sessions`);
  assert.equal(sessions.status, 503);
  assert.ok(Number(sessions.headers.get('retry-after')) > 0);
  const { output, code } = await observatory.stop('SIGTERM');
  assert.equal(code, 0);
  assert.equal(output.match(/does not answer/g)?.length, 1, output);
  assert.doesNotMatch(output, new RegExp(away.password));
});

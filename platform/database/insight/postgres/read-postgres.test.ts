import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { recordSpans } from '../../../testing/record-spans.ts';
import { openDatabase } from '../../open-database.ts';
import { queriesOf } from '../../query.ts';
import { oracleSqlId } from '../../sql-id.ts';
import type { DatabaseInsight, StatementTotals } from '../insight.ts';
import { openInsight } from '../open-insight.ts';
import { startWatchedServer, type WatchedServer } from '../testing/watched-server.ts';

interface ItemTables {
  items: { id: number; kind: string; note: string | null };
}

const query = queriesOf<ItemTables>();
const selectByKind = query.read('items.selectByKind', (db, input: { kind: string }) =>
  db.selectFrom('items').where('kind', '=', input.kind).orderBy('id').select(['id', 'note']),
);
const spans = recordSpans();

describe('what PostgreSQL knows of its statements', () => {
  let server: WatchedServer;
  let insight: DatabaseInsight;
  before(async () => {
    server = await startWatchedServer();
  });
  beforeEach(async () => {
    await server.run('select pg_stat_statements_reset()');
    insight = openInsight({ url: server.urlOf('octo_insight') });
  });
  afterEach(() => insight[Symbol.asyncDispose]());
  after(() => server[Symbol.asyncDispose]());

  function openAs(role: 'worker' | 'other_worker') {
    const db = openDatabase<ItemTables>({ url: server.urlOf(role), applicationName: 'octo-shop', poolMax: 1 });
    return Object.assign(db, { [Symbol.asyncDispose]: () => db.destroy() });
  }
  async function totalsOf(text: string): Promise<StatementTotals> {
    const found = (await insight.statementTotals({ limit: 100 })).find((one) => one.text === text);
    assert.ok(found, text);
    return found;
  }

  test('counts calls and rows of a statement exactly, whoever ran it', async () => {
    await using db = openAs('worker');
    await using other = openAs('other_worker');
    const text = selectByKind.textFor(db, { kind: '' });
    await selectByKind(db, { kind: 'kind 1' });
    const first = await totalsOf(text);
    assert.deepEqual([first.calls, first.rows, first.planHash], [1, 4, null]);
    await selectByKind(db, { kind: 'kind 2' });
    await selectByKind(other, { kind: 'kind 3' });
    await selectByKind(other, { kind: 'no such kind' });
    const then = await totalsOf(text);
    assert.deepEqual([then.calls, then.rows], [4, 12]);
    assert.equal(then.statementId, first.statementId);
    assert.deepEqual(then.since, first.since);
    assert.ok(then.elapsedMs > first.elapsedMs && then.blocksHit > first.blocksHit);
  });

  test('leaves out transactions, definitions, other databases and itself', async () => {
    const worker = await server.session('worker', 'octo-shop');
    await worker.query('begin');
    await worker.query('select note from items where id = 1');
    await worker.query('commit');
    await server.run('create table elsewhere (id int); select id from elsewhere', 'postgres');
    await server.run('create index items_by_note on items (note); drop index items_by_note');
    await insight.sizes({ limit: 10 });
    await insight.liveSessions({ limit: 10 });
    const texts = (await insight.statementTotals({ limit: 100 })).map((one) => one.text);
    assert.deepEqual(
      texts.filter((text) => !text.includes('pg_stat_statements_reset')),
      ['select note from items where id = $1'],
    );
  });

  test('puts the costliest first by what was asked for, and no more than asked for', async () => {
    const worker = await server.session('worker', 'octo-shop');
    for (const id of [1, 2, 3]) await worker.query('select id from items where id = $1', [id]);
    await worker.query('select kind from items');
    await worker.query('select pg_sleep(0.05)');
    const first = async (by: 'time' | 'calls' | 'rows' | 'meanTime') => {
      const top = await insight.topStatements({ by, limit: 1 });
      assert.equal(top.length, 1);
      return top[0]?.text;
    };
    assert.equal(await first('calls'), 'select id from items where id = $1');
    assert.equal(await first('rows'), 'select kind from items');
    assert.equal(await first('time'), 'select pg_sleep($1)');
    assert.equal(await first('meanTime'), 'select pg_sleep($1)');
    const byReads = await insight.topStatements({ by: 'reads', limit: 100 });
    const reads = byReads.map((one) => one.blocksRead);
    assert.deepEqual(
      reads,
      reads.toSorted((a, b) => b - a),
    );
  });

  test('also tells statements that were planned and then failed, where planning is counted', async () => {
    await server.run('alter role worker set pg_stat_statements.track_planning = on');
    const worker = await server.session('worker', 'octo-shop');
    await assert.rejects(worker.query('select id / (id - id) from items'), { code: '22012' });
    const byMean = await insight.topStatements({ by: 'meanTime', limit: 100 });
    assert.equal(byMean.find(({ text }) => text === 'select id / (id - id) from items')?.calls, 0);
    await server.run('alter role worker reset pg_stat_statements.track_planning');
  });

  test('learns from an idle session which spans a statement has', async () => {
    await using db = openAs('worker');
    spans.clear();
    await selectByKind(db, { kind: 'kind 1' });
    const [span] = spans.all();
    const text = selectByKind.textFor(db, { kind: '' });
    assert.equal((await totalsOf(text)).sqlId, null, 'a placeholder may stand for a constant');
    assert.deepEqual(await insight.activeSessions({ limit: 10 }), []);
    const { sqlId, statementId } = await totalsOf(text);
    assert.equal(sqlId, span?.attributes['octo.sql_id']);
    assert.equal(insight.learnt().get(oracleSqlId(text)), statementId);
    assert.equal(spans.all().length, 1, 'the insight itself makes no spans');
    await using again = openInsight({ url: server.urlOf('octo_insight') }, { learnt: insight.learnt() });
    const kept = (await again.statementTotals({ limit: 100 })).find((one) => one.statementId === statementId);
    assert.equal(kept?.sqlId, sqlId);
  });

  test('knows a text with a constant by what was sent, one without by what is kept, and one that was cut not at all', async () => {
    const worker = await server.session('worker', 'octo-crm');
    const sent = "select note from items where kind = 'kind 1'";
    await worker.query(sent);
    await insight.activeSessions({ limit: 10 });
    assert.equal((await totalsOf('select note from items where kind = $1')).sqlId, oracleSqlId(sent));
    await worker.query('select max(id) from items');
    assert.equal((await totalsOf('select max(id) from items')).sqlId, oracleSqlId('select max(id) from items'));
    await worker.query(`select min(id) from items where note <> 'x' /* ${'long '.repeat(4000)} */`);
    const [session] = (await insight.liveSessions({ limit: 10 })).filter((one) => one.module === 'octo-crm');
    assert.equal(session?.sqlId, null);
  });

  test('tells the size of tables and indexes, which grow', async () => {
    const sizeOf = async (name: string) =>
      (await insight.sizes({ limit: 100 })).find((segment) => segment.name === name) ?? assert.fail(name);
    const [table, index] = [await sizeOf('items'), await sizeOf('items_by_kind')];
    assert.deepEqual([table.kind, table.tableName, index.kind, index.tableName], ['table', 'items', 'index', 'items']);
    await server.run(
      `insert into items select n, 'kind ' || n, repeat('note ', 20) from generate_series(100, 5000) n; analyze items`,
    );
    assert.ok((await sizeOf('items')).bytes > table.bytes);
    assert.ok((await sizeOf('items_by_kind')).bytes > index.bytes);
    assert.equal((await sizeOf('items')).rows, 4921);
    assert.equal((await insight.sizes({ limit: 1 })).length, 1);
    assert.equal((await insight.sizes({ limit: -3 })).length, 1);
    await server.run('delete from items where id >= 100');
  });
});

describe('what PostgreSQL does not let everybody know', () => {
  let server: WatchedServer;
  before(async () => {
    server = await startWatchedServer();
    await server.run('create database bare', 'postgres');
  });
  after(() => server[Symbol.asyncDispose]());
  const notGranted = (needs: RegExp) => ({ kind: 'Forbidden', code: 'insight.not_granted', message: needs });

  test('is refused to a role without pg_monitor, which is told what it lacks', async () => {
    await server.session('worker', 'octo-shop');
    await using insight = openInsight({ url: server.urlOf('stranger') });
    await assert.rejects(insight.topStatements({ by: 'time', limit: 5 }), notGranted(/pg_monitor/));
    await assert.rejects(insight.activeSessions({ limit: 5 }), notGranted(/pg_monitor/));
    await assert.rejects(insight.liveSessions({ limit: 5 }), notGranted(/pg_monitor/));
    await assert.rejects(insight.planOf({ statementId: '1' }), notGranted(/explain_statement/));
    const missing = await insight.missing();
    assert.equal(missing.length, 2);
    assert.match(missing[0] ?? '', /grant pg_monitor to stranger/);
    assert.match(missing[1] ?? '', /explain_statement/);
  });

  test('is not there without the extension, but sessions and sizes are', async () => {
    await using insight = openInsight({ url: server.urlOf('octo_insight', 'bare') });
    await assert.rejects(insight.statementTotals({ limit: 5 }), notGranted(/extension pg_stat_statements/));
    assert.deepEqual(await insight.liveSessions({ limit: 5 }), []);
    assert.match((await insight.missing()).join('\n'), /create extension pg_stat_statements/);
  });

  test('wants the right password, and a database that is there', async () => {
    const url = new URL(server.urlOf('octo_insight'));
    url.password = 'wrong';
    await using refused = openInsight({ url: url.href });
    const unavailable = { kind: 'Unavailable', code: 'database.unavailable' };
    await assert.rejects(refused.activeSessions({ limit: 5 }), unavailable, 'nobody is to look for a missing right');
    await server.run('revoke connect on database bare from public', 'postgres');
    await using outside = openInsight({ url: server.urlOf('stranger', 'bare') });
    await assert.rejects(outside.missing(), notGranted(/let into this database/));
    await using insight = openInsight({ url: server.urlOf('octo_insight') });
    await insight.sizes({ limit: 1 });
    await server.stop();
    await assert.rejects(insight.activeSessions({ limit: 5 }), unavailable);
  });
});

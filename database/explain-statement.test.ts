import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { DatabaseInsight } from '@octo/platform/database/insight/insight.ts';
import { openInsight } from '@octo/platform/database/insight/open-insight.ts';
import type pg from 'pg';
import { connect } from './owner-connection.ts';
import type { ServiceUrls } from './prepare.ts';
import { type PreparedServer, startPreparedServer } from './testing/prepared-server.ts';
import { withDatabase, withLogin } from './urls.ts';

// What PostgreSQL remembers of statements belongs to the whole server, so these tests have one of their own.
let server: PreparedServer;
let urls: ServiceUrls;
let admin: pg.Client;
let owner: pg.Client;
let shop: pg.Client;
let watcher: pg.Client;
let insight: DatabaseInsight;

before(async () => {
  server = await startPreparedServer();
  ({ urls } = await server.prepare());
  admin = await connect(withDatabase(server.url, 'octo'));
  owner = await connect(withDatabase(server.url, 'octo'));
  await owner.query('set role octo_owner');
  shop = await connect(urls.octo_shop);
  watcher = await connect(urls.octo_insight);
});
beforeEach(() => {
  insight = openInsight({ url: urls.octo_insight });
});
afterEach(() => insight[Symbol.asyncDispose]());
after(async () => {
  await Promise.all([admin, owner, shop, watcher].map((client) => client.end()));
  await server[Symbol.asyncDispose]();
});

/** Runs a statement and gives the number under which it is remembered. */
async function remember(client: pg.Client, text: string, values: unknown[] = []): Promise<string> {
  await admin.query('select pg_stat_statements_reset()');
  await client.query(text, values);
  const { rows } = await admin.query<{ id: string }>(
    "select queryid::text as id from pg_stat_statements where query not like 'select pg_stat_statements_reset()'",
  );
  assert.equal(rows.length, 1, text);
  return rows[0]?.id ?? assert.fail(text);
}
const cannotExplain = { kind: 'Unprocessable', code: 'insight.cannot_explain' };

test('shows how a statement of a service would be done, and hashes its shape', async () => {
  assert.deepEqual(await insight.missing(), []);
  const statementId = await remember(shop, 'select id, status from orders where customer_id = $1 order by id', [1]);
  const plan = await insight.planOf({ statementId });
  assert.equal(plan.isActual, false);
  assert.match(plan.lines.join('\n'), /on orders .*\n.*customer_id = \$1/);
  assert.equal((await insight.planOf({ statementId })).planHash, plan.planHash);
});

test('gives another hash once an index is gone, and the same again when it is back', async () => {
  await owner.query('create table parts (id int primary key, code text); create index parts_by_code on parts (code)');
  await owner.query(`insert into parts select n, 'code ' || n from generate_series(1, 5000) n`);
  await owner.query('analyze parts; grant select on parts to octo_shop');
  const statementId = await remember(shop, 'select id from parts where code = $1', ['code 7']);
  const before = await insight.planOf({ statementId });
  assert.match(before.lines.join('\n'), /using parts_by_code on parts|on parts_by_code|using parts_by_code/);
  await owner.query('drop index parts_by_code');
  const without = await insight.planOf({ statementId });
  assert.notEqual(without.planHash, before.planHash);
  assert.match(without.lines.join('\n'), /Seq Scan on parts/);
  await owner.query('create index parts_by_code on parts (code); analyze parts');
  assert.equal((await insight.planOf({ statementId })).planHash, before.planHash);
  await owner.query('drop table parts');
});

test('runs nothing: no change of rows, no function, and the caller stays read-only', async () => {
  await owner.query(`create table marks (id int); create sequence marks_taken; insert into marks values (1);
    create function mark() returns int language sql volatile as 'insert into marks values (2) returning id';
    grant all on marks, marks_taken to octo_shop`);
  const texts = [
    'with gone as (delete from marks where id = 1 returning id) insert into marks select id from gone',
    "insert into marks values (nextval('marks_taken'))",
    'update marks set id = id where mark() > 5',
    'delete from marks where id = -1',
    'merge into marks m using marks s on m.id = s.id when matched and s.id = -1 then delete',
  ];
  const content = async () => {
    const { rows } = await owner.query(
      'select array_agg(id order by id) as ids, (select last_value from marks_taken) from marks',
    );
    return rows[0];
  };
  let statementId = '';
  for (const text of texts) {
    statementId = await remember(shop, text);
    const before = await content();
    assert.ok((await insight.planOf({ statementId })).lines.length > 0, text);
    assert.deepEqual(await content(), before);
  }
  await watcher.query('begin');
  await watcher.query('select explain_statement($1)', [statementId]);
  const { rows } = await watcher.query("select current_setting('transaction_read_only') as only");
  await watcher.query('rollback');
  assert.equal(rows[0]?.only, 'on');
  await owner.query('drop function mark; drop table marks; drop sequence marks_taken');
});

test('refuses what is not one plain statement, and what would read tables while it is planned', async () => {
  const texts = [
    'select 1 as "x; drop table orders"',
    'select 1 /* ; drop table orders */',
    `select id from products where name = table_to_xml('products', true, true, '')::text`,
    'select "id" from products',
    `select interval '1 day'`,
    'create table made as select 1 as id',
  ];
  for (const text of texts) {
    const statementId = await remember(admin, text);
    await assert.rejects(insight.planOf({ statementId }), cannotExplain, text);
  }
  await admin.query('drop table made');
});

test('plans nothing of somebody else, whose functions would be run with the rights of the owner', async () => {
  await admin.query(`create role stranger login password 'stranger'; create schema others authorization stranger;
    grant usage on schema others to public`);
  const stranger = await connect(withLogin(withDatabase(server.url, 'octo'), 'stranger', 'stranger'));
  await stranger.query(
    `create function others.spy() returns text language sql immutable as 'select current_user::text'`,
  );
  const statementId = await remember(stranger, 'select others.spy()');
  await assert.rejects(insight.planOf({ statementId }), cannotExplain);
  await stranger.end();
  await admin.query('drop owned by stranger; drop role stranger');
  await assert.rejects(insight.planOf({ statementId }), cannotExplain);
});

test('knows only what this database has done', async () => {
  const elsewhere = await connect(server.url);
  await elsewhere.query('create table foreigners (id int)');
  await elsewhere.query('select id from foreigners where id = 1');
  const { rows } = await owner.query<{ id: string }>(
    `select queryid::text as id from pg_stat_statements where query like 'select id from foreigners%'`,
  );
  await elsewhere.end();
  const unknown = { kind: 'NotFound', code: 'insight.unknown_statement' };
  await assert.rejects(insight.planOf({ statementId: rows[0]?.id ?? assert.fail() }), unknown);
  for (const statementId of ['1', '-9223372036854775809', 'select 1', '1; drop table orders']) {
    await assert.rejects(insight.planOf({ statementId }), unknown, statementId);
  }
});

test('is for the insight alone, and cannot be handed objects of somebody else', async () => {
  const query = await connect(urls.octo_query);
  for (const client of [shop, query]) {
    await assert.rejects(client.query('select explain_statement(1)'), { code: '42501' });
  }
  await query.end();
  await assert.rejects(watcher.query("select explain_statement('select 1')"), { code: '22P02' });
  await assert.rejects(watcher.query('create temporary table orders (id int)'), { code: '42501' });
  await assert.rejects(watcher.query('create schema mine'), { code: '42501' });
});

test('does not wait long behind a change of the table', async () => {
  const statementId = await remember(shop, 'select code from coupons where id = $1', [1]);
  await owner.query('begin; lock table coupons in access exclusive mode');
  await assert.rejects(insight.planOf({ statementId }), { kind: 'TimedOut', code: 'database.timed_out' });
  await owner.query('rollback');
  assert.ok((await insight.planOf({ statementId })).planHash);
});

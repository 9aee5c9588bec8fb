import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { CompiledQuery, sql } from 'kysely';
import pg from 'pg';
import { AppError } from '../../../errors/app-error.ts';
import { inSpan } from '../../../telemetry/in-span.ts';
import { readMetrics } from '../../../telemetry/metrics/start-metrics.ts';
import { recordSpans } from '../../../testing/record-spans.ts';
import { oracleSqlId } from '../../sql-id.ts';
import { backendOf, createThings, type Things, thing } from '../../testing/things.ts';
import { unlessTaken } from '../../unless-taken.ts';
import { PostgresConnection } from './connection.ts';

const spans = recordSpans();
let things: Things;
before(async () => {
  things = await createThings();
});
beforeEach(async () => {
  await things.scratch.run('truncate things');
  spans.clear();
});
after(() => things[Symbol.asyncDispose]());

test('a statement has a span of its own under the work that sent it, with its session and its rows', async () => {
  await things.db
    .insertInto('things')
    .values([thing(1), thing(2)])
    .execute();
  spans.clear();
  const pid = await inSpan('work', SpanKind.INTERNAL, {}, async () => {
    await things.db.selectFrom('things').select('name').execute();
    return await backendOf(things.db);
  });
  const select = spans.all().find((span) => span.name === 'SELECT things');
  const work = spans.all().find((span) => span.name === 'work');
  assert.equal(select?.parentSpanContext?.spanId, work?.spanContext().spanId);
  assert.equal(select?.kind, SpanKind.CLIENT);
  const attributes = select?.attributes ?? {};
  assert.equal(attributes['db.system.name'], 'postgresql');
  assert.equal(attributes['db.query.text'], 'select name from things');
  assert.equal(attributes['db.response.returned_rows'], 2);
  assert.equal(attributes['octo.db.backend_pid'], pid);
  assert.equal(attributes['server.address'], new URL(things.scratch.url).hostname);
});

test('a statement that fails is an error with its code, and holds neither the values nor the message', async () => {
  await things.db.insertInto('things').values(thing(1, 'private name')).execute();
  spans.clear();
  await assert.rejects(things.db.insertInto('things').values(thing(2, 'private name')).execute());
  const [insert] = spans.all();
  assert.deepEqual(insert?.status, { code: SpanStatusCode.ERROR, message: '23505' });
  assert.equal(insert?.attributes['db.response.status_code'], '23505');
  assert.ok(!JSON.stringify([insert?.attributes, insert?.events, insert?.status]).includes('private'));
});

test('a transaction shows its statements and its commit, each once', async () => {
  await things.db.transaction().execute(async (db) => {
    await db.insertInto('things').values(thing(1)).execute();
    await db.insertInto('things').values(thing(2)).execute();
  });
  assert.deepEqual(
    spans.all().map((span) => span.name),
    ['INSERT things', 'INSERT things', 'COMMIT'],
  );
});

test('a commit that fails is an error of its own', async () => {
  const work = things.db.transaction().execute(async (db) => {
    await sql`set constraints all deferred`.execute(db);
    await db
      .insertInto('things')
      .values({ ...thing(1), parentId: 99 })
      .execute();
  });
  await assert.rejects(work);
  assert.equal(spans.all().at(-1)?.name, 'COMMIT');
  assert.equal(spans.all().at(-1)?.status.message, '23503');
});

test('a transaction that could not be begun fails with its first statement', async () => {
  const pool = new pg.Pool({ connectionString: things.scratch.url, max: 1, pipeline: true });
  const client = await pool.connect();
  const connection = new PostgresConnection(client);
  connection.begin('begin at once');
  await assert.rejects(connection.executeQuery(CompiledQuery.raw('select 1')), /syntax error/);
  client.release(true);
  await pool.end();
});

test('a rollback is told, and is no error', async () => {
  const work = things.db.transaction().execute(async (db) => {
    await db.insertInto('things').values(thing(1)).execute();
    throw new Error('changed our mind');
  });
  await assert.rejects(work, /changed our mind/);
  const rollback = spans.all().at(-1);
  assert.equal(rollback?.name, 'ROLLBACK');
  assert.equal(rollback?.status.code, SpanStatusCode.UNSET);
  assert.equal(rollback?.attributes['octo.sql_id'], oracleSqlId('rollback'));
});

test('a commit that the server turns into a rollback is an error', async () => {
  const work = things.db.transaction().execute(async (db) => {
    await db.insertInto('things').values(thing(1)).execute();
    await db
      .insertInto('things')
      .values(thing(1))
      .execute()
      .catch(() => undefined);
  });
  await assert.rejects(work);
  const commit = spans.all().find(({ name }) => name === 'COMMIT');
  assert.equal(commit?.status.code, SpanStatusCode.ERROR);
  assert.equal(commit?.attributes['error.type'], 'rolled_back');
});

test('the first statement says how long its session was waited for, and the next says nothing', async () => {
  const db = things.open({ poolMax: 1, poolName: 'narrow' });
  await backendOf(db);
  spans.clear();
  const holding = db.transaction().execute((transaction) => sql`select pg_sleep(0.05)`.execute(transaction));
  await db.transaction().execute(async (transaction) => {
    await backendOf(transaction);
    await transaction.selectFrom('things').select('name').execute();
  });
  await holding;
  const waits = spans.all().map(({ name, attributes }) => [name, typeof attributes['octo.db.connection_wait_ms']]);
  assert.deepEqual(waits, [
    ['SELECT', 'undefined'],
    ['COMMIT', 'undefined'],
    ['SELECT', 'number'],
    ['SELECT things', 'undefined'],
    ['COMMIT', 'undefined'],
  ]);
  const reading = await readMetrics();
  const wait = reading?.metrics.find(({ name }) => name === 'db.client.connection.wait_time');
  const point = wait?.points.find(({ attributes }) => attributes['db.client.connection.pool.name'] === 'narrow');
  assert.ok(point && 'count' in point && point.count === 3 && point.max > 0);
});

test('a duplicate that the caller has an answer for is no error of the statement', async () => {
  await things.db
    .insertInto('things')
    .values([thing(1), thing(2)])
    .execute();
  spans.clear();
  const taken = new AppError('Conflict', 'tests.taken', 'There is one.');
  const rename = () => things.db.updateTable('things').set({ name: 'thing 1' }).where('id', '=', 2).execute();
  await assert.rejects(
    unlessTaken(things.db, rename, () => taken),
    taken,
  );
  await assert.rejects(rename(), { code: '23505' });
  assert.deepEqual(
    spans.all().map(({ status, attributes }) => [status.code, attributes['db.response.status_code']]),
    [
      [SpanStatusCode.UNSET, '23505'],
      [SpanStatusCode.ERROR, '23505'],
    ],
  );
});

test('a prepared statement reads the same rows whether or not the server described them', async () => {
  const db = things.open({ poolMax: 1 });
  await db.insertInto('things').values(thing(1)).execute();
  const prepared = { ...db.selectFrom('things').selectAll().compile(), queryName: 'tests.things', isPrepared: true };
  const insert = { ...db.insertInto('things').values(thing(2)).compile(), queryName: 'tests.insert', isPrepared: true };
  const first = await db.executeQuery(prepared);
  assert.deepEqual(first.rows, [thing(1)]);
  assert.deepEqual((await db.executeQuery(prepared)).rows, first.rows);
  assert.equal((await db.executeQuery(insert)).numAffectedRows, 1n);
  const third = { ...insert, parameters: [3, ...insert.parameters.slice(1)] };
  await assert.rejects(db.executeQuery(third), { code: '23505' });
  assert.equal((await db.executeQuery(prepared)).rows.length, 2);
});

test('a statement of a table that was changed meanwhile fails once for its session, and never reads a column for another', async () => {
  const db = things.open({ poolMax: 1 });
  await things.scratch.run('create table shelves (id bigint, name text)');
  await things.scratch.run("insert into shelves values (1, 'top')");
  const all = { ...CompiledQuery.raw('select * from shelves'), queryName: 'tests.shelves', isPrepared: true };
  assert.deepEqual((await db.executeQuery(all)).rows, [{ id: 1, name: 'top' }]);
  await things.scratch.run('alter table shelves add column height integer');
  await assert.rejects(db.executeQuery(all), /cached plan must not change result type/);
});

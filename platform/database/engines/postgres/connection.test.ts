import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { CompiledQuery, sql } from 'kysely';
import pg from 'pg';
import { inSpan } from '../../../telemetry/in-span.ts';
import { recordSpans } from '../../../testing/record-spans.ts';
import { backendOf, createThings, type Things, thing } from '../../testing/things.ts';
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
  const connection = new PostgresConnection(client, {});
  connection.begin('begin at once');
  await assert.rejects(connection.executeQuery(CompiledQuery.raw('select 1')), /syntax error/);
  client.release(true);
  await pool.end();
});

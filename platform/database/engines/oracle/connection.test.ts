import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { AppError } from '../../../errors/app-error.ts';
import { inSpan } from '../../../telemetry/in-span.ts';
import { readMetrics } from '../../../telemetry/metrics/start-metrics.ts';
import { recordSpans } from '../../../testing/record-spans.ts';
import { oracleSqlId } from '../../sql-id.ts';
import { type ThingTables, thing } from '../../testing/things.ts';
import { unlessTaken } from '../../unless-taken.ts';
import { column } from './testing/oracle-columns.ts';
import { oracleError } from './testing/oracle-error.ts';
import { openRecorded, type RecordedDatabase } from './testing/recorded-database.ts';

const spans = recordSpans();
beforeEach(() => spans.clear());

const rename = ({ db }: Pick<RecordedDatabase<ThingTables>, 'db'>) =>
  db.updateTable('things').set({ name: 'private name' }).where('id', '=', 1).execute();

test('a statement has a span under the work that sent it, with what leads Oracle’s consoles to it', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer(/^select/, { columns: [column.text('NAME')], rows: [['kite'], ['bow']] });
  await inSpan('work', SpanKind.INTERNAL, {}, () => oracle.db.selectFrom('things').select('name').execute());
  const select = spans.all().find(({ name }) => name === 'SELECT things');
  const work = spans.all().find(({ name }) => name === 'work');
  const text = 'select name from things';
  assert.equal(select?.parentSpanContext?.spanId, work?.spanContext().spanId);
  assert.equal(select?.kind, SpanKind.CLIENT);
  const { 'octo.db.connection_wait_ms': waited, ...attributes } = select?.attributes ?? {};
  assert.equal(typeof waited, 'number');
  assert.deepEqual(attributes, {
    'db.operation.name': 'SELECT',
    'db.collection.name': 'things',
    'db.query.text': text,
    'db.response.returned_rows': 2,
    'db.system.name': 'oracle.db',
    'db.namespace': 'octo_tp',
    'server.address': 'db.example.com',
    'server.port': 1522,
    'octo.sql_id': oracleSqlId(text),
    'oracledb.sql_id': oracleSqlId(text),
    DbOracleSqlId: oracleSqlId(text),
    DbStatement: text,
  });
});

test('a statement that fails is an error with its code, and holds neither the values nor the message', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer(/^update/, { error: oracleError('ORA-02291', 'private name') });
  await assert.rejects(rename(oracle));
  const [update] = spans.all();
  assert.deepEqual(update?.status, { code: SpanStatusCode.ERROR, message: 'ORA-02291' });
  assert.equal(update?.attributes['error.type'], 'ORA-02291');
  assert.ok(!JSON.stringify([update?.attributes, update?.events, update?.status]).includes('private'));
});

test('a transaction shows its statements and its end, each once', async () => {
  await using oracle = openRecorded<ThingTables>();
  await oracle.db
    .transaction()
    .setIsolationLevel('serializable')
    .execute(async (db) => {
      await rename({ db });
      await db.insertInto('things').values(thing(1)).execute();
    });
  const work = oracle.db.transaction().execute(async (db) => {
    await rename({ db });
    throw new Error('changed our mind');
  });
  await assert.rejects(work, /changed our mind/);
  assert.deepEqual(
    spans.all().map(({ name, status }) => [name, status.code]),
    ['UPDATE things', 'INSERT things', 'COMMIT', 'UPDATE things', 'ROLLBACK'].map((name) => [
      name,
      SpanStatusCode.UNSET,
    ]),
  );
});

test('a commit that is lost is an error of its own', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer('commit', { error: oracleError('ORA-03113') });
  await assert.rejects(oracle.db.transaction().execute((db) => rename({ db })));
  const commit = spans.all().at(-1);
  assert.deepEqual([commit?.name, commit?.status.message], ['COMMIT', 'NJS-500']);
});

test('a duplicate that the caller has an answer for is no error of the statement', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer(/^update/, { error: oracleError('ORA-00001') });
  const taken = new AppError('Conflict', 'tests.taken', 'There is one.');
  await assert.rejects(
    unlessTaken(
      oracle.db,
      () => rename(oracle),
      () => taken,
    ),
    taken,
  );
  await assert.rejects(rename(oracle), { errorNum: 1 });
  assert.deepEqual(
    spans.all().map(({ status, attributes }) => [status.code, attributes['db.response.status_code']]),
    [
      [SpanStatusCode.UNSET, 'ORA-00001'],
      [SpanStatusCode.ERROR, 'ORA-00001'],
    ],
  );
});

test('the first statement says how long its session was waited for, and the next says nothing', async () => {
  await using oracle = openRecorded<ThingTables>({ poolMax: 1 });
  await oracle.db.transaction().execute(async (db) => {
    await rename({ db });
    await rename({ db });
  });
  await rename(oracle);
  const waits = spans.all().map(({ name, attributes }) => [name, typeof attributes['octo.db.connection_wait_ms']]);
  assert.deepEqual(waits, [
    ['UPDATE things', 'number'],
    ['UPDATE things', 'undefined'],
    ['COMMIT', 'undefined'],
    ['UPDATE things', 'undefined'],
  ]);
});

async function readingOf(metric: string, pool: string) {
  const reading = await readMetrics();
  const points = reading?.metrics.find(({ name }) => name === metric)?.points ?? [];
  return points
    .filter(({ attributes }) => attributes['db.client.connection.pool.name'] === pool)
    .map((point) => [point.attributes['db.client.connection.state'], 'value' in point ? point.value : point.count]);
}

test('the pool tells of its sessions by the names that every pool has', async () => {
  await using oracle = openRecorded<ThingTables>({ poolMax: 2, poolName: 'oracle-tests' });
  await rename(oracle);
  await oracle.db.transaction().execute(async (db) => {
    await rename({ db });
    await rename(oracle);
    assert.deepEqual(await readingOf('db.client.connection.count', 'oracle-tests'), [
      ['used', 1],
      ['idle', 1],
    ]);
  });
  assert.deepEqual(await readingOf('db.client.connection.max', 'oracle-tests'), [[undefined, 2]]);
  assert.deepEqual(await readingOf('db.client.connection.pending_requests', 'oracle-tests'), [[undefined, 0]]);
  assert.deepEqual(await readingOf('db.client.connection.wait_time', 'oracle-tests'), [[undefined, 3]]);
  assert.deepEqual(await readingOf('db.client.connection.timeouts', 'oracle-tests'), [[undefined, 0]]);
});

for (const code of ['NJS-040', 'NJS-076']) {
  test(`${code} of the driver’s own line is counted, and means that the database is unavailable`, async () => {
    await using oracle = openRecorded<ThingTables>({ poolName: `line ${code}` });
    oracle.answer('getConnection', { error: oracleError(code) });
    await assert.rejects(rename(oracle), { code: 'database.unavailable', retryAfterSeconds: 2 });
    assert.deepEqual(await readingOf('db.client.connection.timeouts', `line ${code}`), [[undefined, 1]]);
    assert.deepEqual(spans.all(), []);
  });
}

test('whoever waits in vain for a session is counted, and told when to come back', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  await using oracle = openRecorded<ThingTables>({ poolMax: 1, poolName: 'narrow', connectTimeoutMs: 3000 });
  await oracle.db.transaction().execute(async (db) => {
    await rename({ db });
    const waiting = rename(oracle);
    waiting.catch(() => undefined);
    t.mock.timers.tick(3000);
    await assert.rejects(waiting, { kind: 'Unavailable', code: 'database.unavailable', retryAfterSeconds: 2 });
  });
  assert.deepEqual(await readingOf('db.client.connection.timeouts', 'narrow'), [[undefined, 1]]);
});

test('a handle that is closed lets a transaction finish and takes no new work', async () => {
  const oracle = openRecorded<ThingTables>();
  const { promise, resolve } = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const working = oracle.db.transaction().execute(async (db) => {
    await rename({ db });
    begun.resolve();
    await promise;
    await rename({ db });
  });
  await begun.promise;
  const closing = oracle.db.destroy();
  resolve();
  await Promise.all([working, closing]);
  assert.equal(oracle.texts().at(-1), 'commit');
  await assert.rejects(rename(oracle), /destroyed/);
});

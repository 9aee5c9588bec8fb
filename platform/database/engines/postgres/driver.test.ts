import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { AppError, type ErrorKind } from '../../../errors/app-error.ts';
import { backendOf, createThings, namesOf, type Things, type ThingTables, thing } from '../../testing/things.ts';

let things: Things;
before(async () => {
  things = await createThings();
});
beforeEach(() => things.scratch.run('truncate things'));
after(() => things[Symbol.asyncDispose]());

function fails(kind: ErrorKind, code: string): (error: unknown) => boolean {
  return (error) => error instanceof AppError && error.kind === kind && error.code === code;
}
const unavailable = fails('Unavailable', 'database.unavailable');

async function kill(pid: number): Promise<void> {
  await sql`select pg_terminate_backend(${pid}::integer)`.execute(things.db);
}

async function sessionState(pid: number): Promise<string | undefined> {
  const { rows } = await sql<{ state: string }>`select state from pg_stat_activity where pid = ${pid}`.execute(
    things.db,
  );
  return rows[0]?.state;
}

async function isCommitting(pid: number): Promise<boolean> {
  const { rows } = await sql`select from pg_stat_activity
    where pid = ${pid} and query = 'commit' and state = 'active'`.execute(things.db);
  return rows.length > 0;
}

/** Starts a statement that lasts and resolves to the session it runs in. */
async function whileSleeping(db: Kysely<ThingTables>) {
  const pid = await backendOf(db);
  const sleeping = sql`select pg_sleep(60)`.execute(db);
  sleeping.catch(() => undefined);
  while ((await sessionState(pid)) !== 'active') await sql`select pg_sleep(0.01)`.execute(things.db);
  return { pid, sleeping };
}

test('a session that is killed at work is unavailable, and the next statement finds another', async () => {
  const db = things.open({ poolMax: 1 });
  const { pid, sleeping } = await whileSleeping(db);
  await kill(pid);
  await assert.rejects(sleeping, unavailable);
  assert.notEqual(await backendOf(db), pid);
});

test('a transaction whose session is killed fails as a whole and gives no broken session back', async () => {
  const db = things.open({ poolMax: 1 });
  let pid = 0;
  const work = db.transaction().execute(async (transaction) => {
    await transaction.insertInto('things').values(thing(1)).execute();
    pid = await backendOf(transaction);
    await kill(pid);
    await transaction.insertInto('things').values(thing(2)).execute();
  });
  await assert.rejects(work, unavailable);
  assert.notEqual(await backendOf(db), pid);
  assert.deepEqual(await namesOf(db), []);
});

test('a session lost while idle is replaced without a word', async () => {
  const db = things.open({ poolMax: 1 });
  const pid = await backendOf(db);
  await kill(pid);
  while ((await sessionState(pid)) !== undefined) await sql`select pg_sleep(0.01)`.execute(things.db);
  await new Promise(setImmediate);
  assert.notEqual(await backendOf(db), pid);
});

test('a server that nobody can reach is unavailable', async () => {
  const url = new URL(things.scratch.url);
  url.port = '1';
  await assert.rejects(backendOf(things.open({ url: url.href })), unavailable);
});

test('a caller who waits too long for a session is told so', async () => {
  const db = things.open({ poolMax: 1, connectTimeoutMs: 500 });
  await db.transaction().execute(async (transaction) => {
    await backendOf(transaction);
    await assert.rejects(backendOf(db), unavailable);
  });
});

test('a statement that takes too long is ended, and its session goes on', async () => {
  const db = things.open({ poolMax: 1, statementTimeoutMs: 50 });
  const pid = await backendOf(db);
  await assert.rejects(sql`select pg_sleep(60)`.execute(db), fails('TimedOut', 'database.timed_out'));
  assert.equal(await backendOf(db), pid);
});

test('a transaction whose first statement fails is rolled back, and its session left clean', async () => {
  const db = things.open({ poolMax: 1 });
  await db.insertInto('things').values(thing(1)).execute();
  const pid = await backendOf(db);
  const work = db.transaction().execute(async (transaction) => {
    await transaction.insertInto('things').values(thing(1)).execute();
  });
  await assert.rejects(work, /duplicate key/);
  assert.equal(await sessionState(pid), 'idle');
  assert.equal(await backendOf(db), pid);
  assert.deepEqual(await namesOf(db), ['thing 1']);
});

test('of statements sent side by side none outlives the transaction that one of them failed', async () => {
  const db = things.open({ poolMax: 1 });
  await db.insertInto('things').values(thing(0)).execute();
  for (let time = 0; time < 40; time += 1) {
    const work = db.transaction().execute((transaction) => {
      const all = [0, 1, 2, 3, 4].map((id) => transaction.insertInto('things').values(thing(id)).execute());
      return Promise.all(all);
    });
    await assert.rejects(work, /duplicate key/);
  }
  assert.deepEqual(await namesOf(db), ['thing 0']);
});

test('a first statement that succeeds is part of the transaction that was begun with it', async () => {
  const work = things.db.transaction().execute(async (transaction) => {
    await transaction.insertInto('things').values(thing(1)).execute();
    throw new Error('no');
  });
  await assert.rejects(work, /no/);
  assert.deepEqual(await namesOf(things.db), []);
});

test('a transaction without a statement ends well', async () => {
  const db = things.open({ poolMax: 1 });
  assert.equal(await db.transaction().execute(async () => 'nothing'), 'nothing');
  assert.equal(await sessionState(await backendOf(db)), 'idle');
});

test('a transaction runs at the isolation level it asks for', async () => {
  const level = await things.db
    .transaction()
    .setIsolationLevel('serializable')
    .execute(async (transaction) => {
      const { rows } = await sql<{ level: string }>`select current_setting('transaction_isolation') as level`.execute(
        transaction,
      );
      return rows[0]?.level;
    });
  assert.equal(level, 'serializable');
});

test('a commit that fails is thrown, and its session not used again', async () => {
  const db = things.open({ poolMax: 1 });
  let pid = 0;
  const work = db.transaction().execute(async (transaction) => {
    pid = await backendOf(transaction);
    await sql`set constraints all deferred`.execute(transaction);
    await transaction
      .insertInto('things')
      .values({ ...thing(1), parentId: 99 })
      .execute();
  });
  await assert.rejects(work, /foreign key/);
  assert.notEqual(await backendOf(db), pid);
  assert.deepEqual(await namesOf(db), []);
});

test('a session that is killed at its commit leaves open whether it was done', async () => {
  await things.scratch.run(`create function linger() returns trigger language plpgsql as
    'begin perform pg_sleep(60); return null; end';
    create constraint trigger lingers after insert on things deferrable initially deferred
    for each row execute function linger()`);
  const db = things.open({ poolMax: 1 });
  const pid = await backendOf(db);
  const committing = db
    .transaction()
    .execute((transaction) => transaction.insertInto('things').values(thing(1)).execute());
  committing.catch(() => undefined);
  while (!(await isCommitting(pid))) await sql`select pg_sleep(0.01)`.execute(things.db);
  await kill(pid);
  await assert.rejects(committing, fails('Unavailable', 'database.outcome_unknown'));
  await things.scratch.run('drop trigger lingers on things; drop function linger');
  assert.notEqual(await backendOf(db), pid);
});

test('a session carries the name of its service', async () => {
  const db = things.open({ applicationName: 'octo-tests' });
  const { rows } = await sql<{ name: string }>`select application_name as name from pg_stat_activity
    where pid = pg_backend_pid()`.execute(db);
  assert.deepEqual(rows, [{ name: 'octo-tests' }]);
});

test('streaming is refused', async () => {
  const stream = things.db.selectFrom('things').selectAll().stream();
  await assert.rejects(stream.next(), /bounded/);
});

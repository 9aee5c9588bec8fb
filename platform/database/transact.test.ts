import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { AppError } from '../errors/app-error.ts';
import { createThings, namesOf, type Things, thing } from './testing/things.ts';
import { transact } from './transact.ts';

let things: Things;
before(async () => {
  things = await createThings();
});
beforeEach(() => things.clear());
after(() => things[Symbol.asyncDispose]());

function retryable(): Error {
  return Object.assign(new Error('in the way of another'), things.refusals.deadlock);
}

test('commits what the work wrote, and returns what it returned', async () => {
  const result = await transact(things, async ({ db }) => {
    await db.insertInto('things').values(thing(1)).execute();
    return 'done';
  });
  assert.equal(result, 'done');
  assert.deepEqual(await namesOf(things.db), ['thing 1']);
});

test('rolls back all of it when the work throws, and throws that', async () => {
  const failure = new AppError('Conflict', 'tests.conflict', 'No.');
  const work = transact(things, async ({ db }) => {
    await db
      .insertInto('things')
      .values([thing(1), thing(2)])
      .execute();
    throw failure;
  });
  await assert.rejects(work, (error) => error === failure);
  assert.deepEqual(await namesOf(things.db), []);
});

test('joins the transaction around it: the inner work ends as the outer does', async () => {
  const outer = transact(things, async (ctx) => {
    await transact(ctx, async ({ db }) => void (await db.insertInto('things').values(thing(1)).execute()));
    assert.deepEqual(await namesOf(ctx.db), ['thing 1']);
    assert.deepEqual(await namesOf(things.db), []);
    throw new Error('outer');
  });
  await assert.rejects(outer, /outer/);
  assert.deepEqual(await namesOf(things.db), []);
});

test('a transaction whose statement failed is not taken for committed, even when the work hides the failure', async () => {
  const work = transact(things, async ({ db }) => {
    await db.insertInto('things').values(thing(1)).execute();
    await db
      .insertInto('things')
      .values(thing(1))
      .execute()
      .catch(() => undefined);
  });
  await assert.rejects(work, /rolled back instead of committed/);
  assert.deepEqual(await namesOf(things.db), []);
});

test('two transactions that deadlock are both done in the end', async () => {
  await things.db
    .insertInto('things')
    .values([thing(1), thing(2)])
    .execute();
  const bothHoldOne = Promise.withResolvers<void>();
  let holding = 0;
  let attempts = 0;
  const swap = (first: number, second: number) =>
    transact(things, async ({ db }) => {
      attempts += 1;
      const touch = (id: number) =>
        db.updateTable('things').set({ unitCount: sql`coalesce(unit_count, 0) + 1` }).where('id', '=', id).execute();
      await touch(first);
      holding += 1;
      if (holding === 2) bothHoldOne.resolve();
      await bothHoldOne.promise;
      await touch(second);
    });
  await Promise.all([swap(1, 2), swap(2, 1)]);
  const rows = await things.db.selectFrom('things').orderBy('id').select('unitCount').execute();
  assert.deepEqual(rows, [{ unitCount: 2 }, { unitCount: 2 }]);
  assert.ok(attempts > 2);
});

test('reruns the whole of the outermost work, each time from the start', async () => {
  let runs = 0;
  await transact(things, async (ctx) => {
    runs += 1;
    await ctx.db.insertInto('things').values(thing(runs)).execute();
    await transact(ctx, async () => {
      if (runs < 3) throw retryable();
    });
  });
  assert.deepEqual(await namesOf(things.db), ['thing 3']);
});

test('gives up as unavailable when every attempt is in the way of another', async () => {
  const work = transact(things, async ({ db }) => {
    await db.insertInto('things').values(thing(1)).execute();
    throw retryable();
  });
  await assert.rejects(
    work,
    (error) => error instanceof AppError && error.kind === 'Unavailable' && error.code === 'database.contention',
  );
  assert.deepEqual(await namesOf(things.db), []);
});

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { engineOf } from './engines/engine.ts';
import { queriesOf } from './query.ts';
import { createThings, namesOf, type Things, type ThingTables, thing } from './testing/things.ts';
import { transact } from './transact.ts';

const query = queriesOf<ThingTables>();
let builds = 0;

const selectNames = query.read('things.selectNames', (db, input: { ids: number[] }) => {
  builds += 1;
  return db.selectFrom('things').where('id', 'in', input.ids).orderBy('id').select('name');
});
const insertThings = query.write('things.insertThings', (db, input: { rows: ThingTables['things'][] }) =>
  db.insertInto('things').values(input.rows),
);
const insertOnce = query.insertIfAbsent('things.insertOnce', (db, input: ThingTables['things']) =>
  db.insertInto('things').values(input),
);
const selectSome = query.readVarying('things.selectSome', (db, input: { name?: string }) => {
  const all = db.selectFrom('things').orderBy('id').select('id');
  return input.name === undefined ? all : all.where('name', '=', input.name);
});

let things: Things;
before(async () => {
  things = await createThings();
});
beforeEach(() => things.clear());
after(() => things[Symbol.asyncDispose]());

test('a query knows its name', () => {
  assert.deepEqual(
    [selectNames, insertThings, insertOnce, selectSome].map((one) => one.queryName),
    ['things.selectNames', 'things.insertThings', 'things.insertOnce', 'things.selectSome'],
  );
});

test('a read finds the rows of a list of any length, and is built once for lists of one size', async () => {
  assert.equal(await insertThings(things.db, { rows: [1, 2, 3, 4].map((id) => thing(id)) }), 4);
  builds = 0;
  assert.deepEqual(
    await selectNames(things.db, { ids: [1, 2, 3] }),
    [1, 2, 3].map((id) => ({ name: `thing ${id}` })),
  );
  assert.equal((await selectNames(things.db, { ids: [1, 2, 3, 4] })).length, 4);
  assert.equal(builds, 1);
  assert.deepEqual(await selectNames(things.db, { ids: [4] }), [{ name: 'thing 4' }]);
  assert.equal(builds, 2);
});

test('a read tells its text without being run', async () => {
  const text = selectNames.textFor(things.db, { ids: [1, 2] });
  const [one, two] = engineOf(things.db).name === 'oracle' ? [':1', ':2'] : ['$1', '$2'];
  assert.equal(text, `select name from things where id in (${one}, ${two}) order by id`);
});

test('a prepared text is the same in and outside of a transaction', async () => {
  await insertThings(things.db, { rows: [thing(1)] });
  await transact(things, async ({ db }) => {
    assert.equal((await selectNames(db, { ids: [1] })).length, 1);
    await insertThings(db, { rows: [thing(2)] });
    assert.equal((await selectNames(db, { ids: [2] })).length, 1);
  });
});

test('an insert of what is there already does nothing, and the transaction goes on', async () => {
  await transact(things, async ({ db }) => {
    assert.equal(await insertOnce(db, thing(1)), true);
    assert.equal(await insertOnce(db, thing(1)), false);
    assert.equal(await insertOnce(db, thing(2, 'thing 1')), false);
    assert.equal(await insertOnce(db, thing(2)), true);
  });
  assert.deepEqual(await namesOf(things.db), ['thing 1', 'thing 2']);
});

test('of many inserts of the same row at once one is told that it inserted it', async () => {
  const inserted = await Promise.all(Array.from({ length: 8 }, () => insertOnce(things.db, thing(1))));
  assert.equal(inserted.filter(Boolean).length, 1);
});

test('a varying read is built for each input', async () => {
  await insertThings(things.db, { rows: [thing(1), thing(2)] });
  assert.deepEqual(await selectSome(things.db, {}), [{ id: 1 }, { id: 2 }]);
  assert.deepEqual(await selectSome(things.db, { name: 'thing 2' }), [{ id: 2 }]);
});

test('the observer of a handle hears the name of every query that runs', async () => {
  const heard: string[] = [];
  const db = things.open({ onQuery: (name) => heard.push(name) });
  await selectSome(db, {});
  await transact({ db }, async (ctx) => void (await insertOnce(ctx.db, thing(9))));
  assert.deepEqual(heard, ['things.selectSome', 'things.insertOnce']);
});

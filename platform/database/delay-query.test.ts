import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { recordSpans } from '../testing/record-spans.ts';
import { delayQuery } from './delay-query.ts';
import { lintOracle } from './engines/oracle/lint.ts';
import { openRecorded } from './engines/oracle/testing/recorded-database.ts';
import { kite } from './engines/oracle/testing/thing-statements.ts';
import { queriesOf } from './query.ts';
import { createThings, type Things, type ThingTables, thing } from './testing/things.ts';
import { transact } from './transact.ts';

const query = queriesOf<ThingTables>();
const selectName = query.read('things.delayedName', (db, input: { id: number }) =>
  db.selectFrom('things').where('id', '=', input.id).select('name'),
);
const selectVarying = query.readVarying('things.delayedVarying', (db, input: { id: number }) =>
  db.selectFrom('things').where('id', '=', input.id).select('unitCount'),
);
const selectOther = query.read('things.notDelayed', (db, input: { id: number }) =>
  db.selectFrom('things').where('id', '=', input.id).select('amount'),
);
const delay = { queryName: 'things.delayedName', delayMs: 1, marks: { 'octo.fault.id': 'a-fault' } };

const spans = recordSpans();
let things: Things;
before(async () => {
  things = await createThings();
  await things.db.insertInto('things').values(thing(1)).execute();
});
beforeEach(() => spans.clear());
after(() => things[Symbol.asyncDispose]());

/** What was sent: the first word of each statement, the query it is of, the session and the mark. */
function sent() {
  return spans.all().map(({ name, attributes }) => ({
    name,
    query: attributes['octo.query'],
    session: attributes['octo.db.backend_pid'],
    fault: attributes['octo.fault.id'],
  }));
}

test('a query waits in the database first, in the session that then runs it', async () => {
  using _delay = delayQuery(things.db, delay);
  assert.deepEqual(await selectName(things.db, { id: 1 }), [{ name: 'thing 1' }]);
  const [wait, read, ...others] = sent();
  assert.deepEqual(others, []);
  assert.deepEqual([wait?.query, wait?.fault], ['things.delayedName', 'a-fault']);
  assert.deepEqual(read, { ...wait, name: 'SELECT things' });
});

test('inside a transaction it waits in the session of that', async () => {
  using _delay = delayQuery(things.db, delay);
  await transact({ db: things.db }, async ({ db }) => {
    await selectOther(db, { id: 1 });
    assert.deepEqual(await selectName(db, { id: 1 }), [{ name: 'thing 1' }]);
  });
  const all = sent();
  assert.deepEqual(
    all.map(({ query, fault }) => [query, fault]),
    [
      ['things.notDelayed', undefined],
      ['things.delayedName', 'a-fault'],
      ['things.delayedName', 'a-fault'],
      [undefined, undefined],
    ],
  );
  assert.equal(new Set(all.map(({ session }) => session)).size, 1);
});

test('one whose text varies waits as well, and no other query or pool does', async () => {
  using _delay = delayQuery(things.db, { ...delay, queryName: 'things.delayedVarying' });
  await selectVarying(things.db, { id: 1 });
  assert.equal(sent().length, 2);
  spans.clear();
  await selectName(things.db, { id: 1 });
  await selectVarying(things.open(), { id: 1 });
  assert.deepEqual(
    sent().map(({ query, fault }) => [query, fault]),
    [
      ['things.delayedName', undefined],
      ['things.delayedVarying', undefined],
    ],
  );
});

test('a delay that is taken away leaves those that are still there, and the last one nothing', async () => {
  const first = delayQuery(things.db, delay);
  const second = delayQuery(things.db, { ...delay, queryName: 'things.delayedVarying' });
  first[Symbol.dispose]();
  await selectName(things.db, { id: 1 });
  assert.equal(sent().length, 1);
  await selectVarying(things.db, { id: 1 });
  assert.equal(sent().length, 3);
  second[Symbol.dispose]();
  await selectVarying(things.db, { id: 1 });
  assert.equal(sent().length, 4);
});

test('on Oracle it waits by a statement that Oracle takes', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer(/^select/, kite);
  using _delay = delayQuery(oracle.db, { ...delay, delayMs: 1500 });
  assert.deepEqual(await selectName(oracle.db, { id: 1 }), [{ id: 1, name: 'kite' }]);
  const [wait, read] = oracle.texts();
  assert.equal(wait, 'call dbms_session.sleep(:1)');
  assert.deepEqual(lintOracle(wait), []);
  assert.match(String(read), /^select name from things/);
  assert.equal(sent()[0]?.name, 'CALL');
});

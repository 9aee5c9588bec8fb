import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError } from '../../../errors/app-error.ts';
import { createIds, idBlockSize } from '../../business-ids.ts';
import { queriesOf } from '../../query.ts';
import { type ThingTables, thing } from '../../testing/things.ts';
import { transact } from '../../transact.ts';
import { unlessTaken } from '../../unless-taken.ts';
import { engineOf } from '../engine.ts';
import { column } from './testing/oracle-columns.ts';
import { oracleError } from './testing/oracle-error.ts';
import { openRecorded } from './testing/recorded-database.ts';

const query = queriesOf<ThingTables>();
const insertOnce = query.insertIfAbsent('things.insertOnce', (db, input: ThingTables['things']) =>
  db.insertInto('things').values(input),
);
const rename = query.write('things.rename', (db, input: { id: number; name: string }) =>
  db.updateTable('things').set({ name: input.name }).where('id', '=', input.id),
);
const selectNames = query.read('things.selectNames', (db, input: { ids: number[] }) =>
  db.selectFrom('things').where('id', 'in', input.ids).orderBy('id').select('name'),
);

const taken = { error: oracleError('ORA-00001') };
const inserted = { rowsAffected: 1 };

test('an insert of what is there already does nothing, and the transaction goes on to its commit', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer(/^insert/, inserted, taken, inserted);
  const outcomes = await transact({ db: oracle.db }, async ({ db }) => [
    await insertOnce(db, thing(1)),
    await insertOnce(db, thing(1)),
    await insertOnce(db, thing(2)),
  ]);
  assert.deepEqual(outcomes, [true, false, true]);
  assert.deepEqual(
    oracle.texts().map((text) => text.split(' ')[0]),
    ['insert', 'insert', 'insert', 'commit'],
  );
});

test('an insert that fails for another reason is not taken for a row that is there', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer(/^insert/, { error: oracleError('ORA-02291') });
  await assert.rejects(insertOnce(oracle.db, thing(1)), { errorNum: 2291 });
});

test('a read and a write go through the kit as on PostgreSQL, with lists padded', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer(/^select/, { columns: [column.text('NAME')], rows: [['kite'], ['bow']] });
  oracle.answer(/^update/, { rowsAffected: 3 });
  assert.deepEqual(await selectNames(oracle.db, { ids: [1, 2, 3] }), [{ name: 'kite' }, { name: 'bow' }]);
  assert.equal(await rename(oracle.db, { id: 1, name: 'kite' }), 3);
  const [selection] = oracle.trips();
  assert.ok(selection?.call === 'execute');
  assert.equal(selection.sql, 'select name from things where id in (:1, :2, :3, :4) order by id');
  assert.deepEqual(selection.binds, [1, 2, 3, 3]);
});

for (const code of ['ORA-00060', 'ORA-08177']) {
  test(`${code} runs the whole transaction again, in a clean session`, async () => {
    await using oracle = openRecorded<ThingTables>();
    oracle.answer(/^update/, { error: oracleError(code) }, { rowsAffected: 1 });
    let runs = 0;
    await transact({ db: oracle.db }, async ({ db }) => {
      runs += 1;
      await insertOnce(db, thing(1));
      await rename(db, { id: 1, name: 'kite' });
    });
    assert.equal(runs, 2);
    assert.deepEqual(
      oracle.texts().map((text) => text.split(' ')[0]),
      ['insert', 'update', 'rollback', 'insert', 'update', 'commit'],
    );
  });
}

test('a commit whose outcome is unknown is not run again', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer('commit', { error: oracleError('ORA-03135') });
  let runs = 0;
  const work = transact({ db: oracle.db }, async ({ db }) => {
    runs += 1;
    await insertOnce(db, thing(1));
  });
  await assert.rejects(work, { code: 'database.outcome_unknown' });
  assert.equal(runs, 1);
});

test('a value that is taken is refused with the words of the caller, and a key that leads nowhere is known', async () => {
  await using oracle = openRecorded<ThingTables>();
  const refusal = new AppError('Conflict', 'tests.taken', 'There is one of that name.');
  oracle.answer(/^update/, taken, { error: oracleError('ORA-02291') });
  const change = () =>
    unlessTaken(
      oracle.db,
      () => rename(oracle.db, { id: 1, name: 'kite' }),
      () => refusal,
    );
  await assert.rejects(change(), refusal);
  await assert.rejects(change(), (error) => engineOf(oracle.db).isDangling(error));
});

test('ids are taken in blocks from the sequence', async () => {
  await using oracle = openRecorded<ThingTables>();
  oracle.answer(/business_ids\.nextval/, { columns: [column.number('FIRST_ID', 19)], rows: [[1050]] });
  const ids = createIds(oracle.db, { now: () => new Date(0) });
  const all = await Promise.all(Array.from({ length: idBlockSize }, () => ids.next()));
  assert.equal(new Set(all).size, idBlockSize);
  assert.equal(all[0], 1050);
  assert.equal(oracle.trips().length, 1);
});

test('the observer of a handle hears the name of every query that runs', async () => {
  const heard: string[] = [];
  await using oracle = openRecorded<ThingTables>({ onQuery: (name) => void heard.push(name) });
  await insertOnce(oracle.db, thing(1));
  assert.deepEqual(heard, ['things.insertOnce']);
});

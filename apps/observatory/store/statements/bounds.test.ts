import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { fewKeys } from '../few-keys.ts';
import { statementsSchema } from './schema.ts';
import { statementTrimmer } from './trim-statements.ts';

test('keys are told apart up to a number, and one that was not heard of for long makes room', () => {
  const keys = fewKeys(2, 60);
  assert.ok(keys.admit('one', 0) && keys.admit('other', 10) && keys.admit('one', 20));
  assert.equal(keys.admit('third', 30), false);
  assert.equal(keys.admit('third', 70), true, 'the other is forgotten');
  assert.equal(keys.admit('other', 70), false);
  assert.equal(keys.admit('one', 70), true);
});

test('of the runs of statements the oldest minutes go, by age and when there are too many', () => {
  using db = new DatabaseSync(':memory:');
  db.exec(statementsSchema);
  const insert = db.prepare('insert into statement_minutes values (?, ?, 1, 1, 0, 0)');
  const now = 10_000;
  for (const minute of [now - 1501, ...Array.from({ length: 20 }, (_, index) => now - index)]) insert.run(minute, 'a');
  const minutes = () =>
    db
      .prepare('select minute from statement_minutes order by minute')
      .all()
      .map(({ minute }) => minute);
  statementTrimmer(db, 1_000_000)(now * 60_000);
  assert.deepEqual([minutes().length, minutes()[0]], [20, now - 19]);
  statementTrimmer(db, 1000)(now * 60_000);
  assert.deepEqual([minutes().length, minutes()[0]], [10, now - 9]);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AppError } from '../errors/app-error.ts';
import { createThings, namesOf, type Things, thing } from './testing/things.ts';
import { transact } from './transact.ts';
import { unlessTaken } from './unless-taken.ts';

let things: Things;
before(async () => {
  things = await createThings();
});
after(() => things[Symbol.asyncDispose]());

const taken = new AppError('Conflict', 'tests.name_taken', 'There is one of that name.');

function rename(id: number, change: { name: string; parentId?: number }) {
  return transact(things, ({ db }) =>
    unlessTaken(
      db,
      () => db.updateTable('things').set(change).where('id', '=', id).execute(),
      () => taken,
    ),
  );
}

test('a value that is taken is refused with the words of the caller, any other failure stays what it is', async () => {
  await things.db
    .insertInto('things')
    .values([thing(1, 'one'), thing(2, 'two')])
    .execute();
  await rename(1, { name: 'first' });
  await assert.rejects(rename(2, { name: 'first' }), taken);
  await assert.rejects(rename(2, { name: 'second', parentId: 99 }), things.refusals.dangling);
  assert.deepEqual(await namesOf(things.db), ['first', 'two']);
});

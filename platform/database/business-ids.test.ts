import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemClock } from '../context/context.ts';
import { createIds, idBlockSize } from './business-ids.ts';
import { createThings, type Things } from './testing/things.ts';

let things: Things;
before(async () => {
  things = await createThings();
});
after(() => things[Symbol.asyncDispose]());

test('a thousand ids taken at once by two services are a thousand different ones', async () => {
  const services = [createIds(things.db, systemClock), createIds(things.open(), systemClock)];
  const taken = await Promise.all(services.flatMap((ids) => Array.from({ length: 500 }, () => ids.next())));
  assert.equal(new Set(taken).size, 1000);
  assert.ok(taken.every((id) => Number.isSafeInteger(id) && id >= 1000));
});

test('callers who ask all at once share one block of the sequence', async () => {
  const ids = createIds(things.db, systemClock);
  const taken = await Promise.all(Array.from({ length: idBlockSize }, () => ids.next()));
  const [first = 0] = taken;
  assert.deepEqual(
    taken,
    Array.from({ length: idBlockSize }, (_, index) => first + index),
  );
});

test('a database that was away for a moment does not stop the ids for good', async () => {
  await things.scratch.run('alter sequence business_ids rename to business_ids_away');
  const ids = createIds(things.db, systemClock);
  await assert.rejects(ids.next(), /business_ids/);
  await things.scratch.run('alter sequence business_ids_away rename to business_ids');
  assert.ok(Number.isSafeInteger(await ids.next()));
});

test('event ids sort by the clock', () => {
  const at = (ms: number) => createIds(things.db, { now: () => new Date(ms) }).event();
  assert.ok(at(1_700_000_000_000) < at(1_700_000_000_001));
});

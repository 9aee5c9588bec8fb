import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { createThings, type Things } from '../../testing/things.ts';
import { camelCase } from '../camel-case.ts';

let things: Things;
before(async () => {
  things = await createThings();
});
after(() => things[Symbol.asyncDispose]());

const values: { written: string; read: unknown }[] = [
  { written: '9007199254740991::bigint', read: Number.MAX_SAFE_INTEGER },
  { written: '7::integer', read: 7 },
  { written: 'count(*)', read: 1 },
  { written: 'sum(3::integer)', read: 3 },
  { written: '499.90::numeric(12, 2)', read: '499.90' },
  { written: 'sum(0.10::numeric)', read: '0.10' },
  { written: "timestamptz '2026-07-01 10:00:00.123+02'", read: new Date('2026-07-01T08:00:00.123Z') },
  { written: "date '2026-07-01'", read: '2026-07-01' },
  { written: 'true', read: true },
  { written: "'text'", read: 'text' },
  { written: 'null', read: null },
];

for (const { written, read } of values) {
  test(`${written} is read as ${read instanceof Date ? 'a Date' : JSON.stringify(read)}`, async () => {
    const { rows } = await sql<{ someValue: unknown }>`select ${sql.raw(written)} as some_value`.execute(things.db);
    assert.deepEqual(rows, [{ someValue: read }]);
  });
}

test('rows come back in camelCase, and go out in snake_case', async () => {
  const row = {
    id: 1,
    name: 'one',
    amount: '1.50',
    unitCount: 2,
    bornAt: new Date('2026-01-02T03:04:05.678Z'),
    parentId: 1,
  };
  await things.db.insertInto('things').values(row).execute();
  assert.deepEqual(await things.db.selectFrom('things').selectAll().execute(), [row]);
});

const names: [string, string][] = [
  ['id', 'id'],
  ['created_at', 'createdAt'],
  ['sha_256', 'sha256'],
  ['a_b_c', 'aBC'],
];

for (const [column, name] of names) {
  test(`the column ${column} is called ${name}`, () => assert.equal(camelCase(column), name));
}

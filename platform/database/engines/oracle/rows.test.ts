import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompiledQuery, sql } from 'kysely';
import type { OracleColumn } from './oracle-client.ts';
import { column } from './testing/oracle-columns.ts';
import { openRecorded } from './testing/recorded-database.ts';
import { readScaled, readWhole } from './type-parsers.ts';

interface Tables {
  things: { id: number; name: string | null; amount: string; bornAt: Date };
}

async function readOne(described: OracleColumn, value: unknown): Promise<unknown> {
  await using oracle = openRecorded<Tables>();
  oracle.answer(/^select/, { columns: [described], rows: [[value]] });
  const { rows } = await sql<{ found: unknown }>`select found from things`.execute(oracle.db);
  return rows[0]?.found;
}

const instant = new Date('2026-07-01T08:00:00.123Z');
const values: { kind: string; described: OracleColumn; value: unknown; read: unknown }[] = [
  {
    kind: 'an id',
    described: column.number('FOUND', 19),
    value: Number.MAX_SAFE_INTEGER,
    read: Number.MAX_SAFE_INTEGER,
  },
  { kind: 'a small number', described: column.number('FOUND', 5), value: 7, read: 7 },
  { kind: 'an amount', described: column.number('FOUND', 12, 2), value: '95.50', read: '95.50' },
  { kind: 'a whole amount', described: column.number('FOUND', 12, 2), value: '100.00', read: '100.00' },
  { kind: 'an amount of cents', described: column.number('FOUND', 12, 2), value: '0.05', read: '0.05' },
  { kind: 'a debt of cents', described: column.number('FOUND', 12, 2), value: '-0.50', read: '-0.50' },
  { kind: 'no amount', described: column.number('FOUND', 12, 2), value: '0', read: '0.00' },
  { kind: 'a count', described: column.bareNumber('FOUND'), value: 3, read: 3 },
  { kind: 'a fraction that nobody cast', described: column.bareNumber('FOUND'), value: '-0.5', read: '-0.5' },
  {
    kind: 'a number too large for us',
    described: column.number('FOUND', 38),
    value: '90071992547409930',
    read: '90071992547409930',
  },
  { kind: 'an instant', described: column.instant('FOUND'), value: instant, read: instant },
  { kind: 'a truth', described: column.boolean('FOUND'), value: true, read: true },
  { kind: 'a text', described: column.text('FOUND'), value: 'kite', read: 'kite' },
  { kind: 'a long text', described: column.longText('FOUND'), value: 'k'.repeat(50_000), read: 'k'.repeat(50_000) },
  { kind: 'bytes', described: column.bytes('FOUND'), value: Buffer.from([1, 2]), read: Buffer.from([1, 2]) },
];

for (const { kind, described, value, read } of values) {
  test(`reads ${kind} as ${typeof read === 'string' ? read.slice(0, 20) : String(read)}, and none of it as null`, async () => {
    assert.deepEqual(await readOne(described, value), read);
    assert.equal(await readOne(described, null), null);
  });
}

test('the driver leaves zeros out at either end, and we put them back', () => {
  assert.deepEqual(
    ['.5', '-.5', '95.5', '7', '0'].map((text) => readScaled(text, 2)),
    ['0.50', '-0.50', '95.50', '7.00', '0.00'],
  );
  assert.deepEqual(['.5', '-.25', '12', '1.50000000000000001'].map(readWhole), [
    '0.5',
    '-0.25',
    12,
    '1.50000000000000001',
  ]);
});

test('columns are called as our code calls them', async () => {
  await using oracle = openRecorded<Tables>();
  const columns = [column.number('ID', 19), column.instant('BORN_AT'), column.text('UTF8MB4_NAME')];
  oracle.answer(/^select/, { columns, rows: [[1, instant, null]] });
  const { rows } = await sql`select * from things`.execute(oracle.db);
  assert.deepEqual(rows, [{ id: 1, bornAt: instant, utf8mb4Name: null }]);
});

test('values are bound as what they are; an instant keeps its zone, and null has a type', async () => {
  await using oracle = openRecorded<Tables>();
  const bytes = Buffer.from([1]);
  const query = 'update things set a = :1, b = :2, c = :3, d = :4, e = :5, f = :6, g = :7';
  await oracle.db.executeQuery(CompiledQuery.raw(query, [1, 2n, 'kite', true, bytes, null, instant]));
  const [trip] = oracle.trips();
  assert.ok(trip?.call === 'execute');
  const { DB_TYPE_VARCHAR, DB_TYPE_TIMESTAMP_TZ } = oracle.client;
  assert.deepEqual(trip.binds, [
    1,
    2n,
    'kite',
    true,
    bytes,
    { type: DB_TYPE_VARCHAR, val: null },
    { type: DB_TYPE_TIMESTAMP_TZ, val: instant },
  ]);
});

for (const value of [undefined, '', Number.NaN, Number.POSITIVE_INFINITY, { a: 1 }, [1], Symbol('x')]) {
  test(`refuses to bind ${value === '' ? 'the empty text' : String(value)}, before anything is sent`, async () => {
    await using oracle = openRecorded<Tables>();
    const query = CompiledQuery.raw('update things set name = :1', [value]);
    await assert.rejects(oracle.db.executeQuery(query), /Oracle does not take/);
    assert.deepEqual(oracle.trips(), []);
  });
}

test('a write that returns columns gives rows, each value read as if it had been selected', async () => {
  await using oracle = openRecorded<Tables>();
  const columns = [
    column.number('ID', 19),
    column.number('AMOUNT', 12, 2),
    column.text('NAME', 800),
    column.instant('BORN_AT'),
  ];
  oracle.answer(/^describe select/, { columns, rows: [] });
  oracle.answer(/^update things/, {
    rowsAffected: 2,
    outBinds: [
      [1, 2],
      [95.5, 100],
      ['kite', null],
      [instant, instant],
    ],
  });
  const rename = () =>
    oracle.db.updateTable('things').set({ name: 'kite' }).returning(['id', 'amount', 'name', 'bornAt']).execute();
  assert.deepEqual(await rename(), [
    { id: 1, amount: '95.50', name: 'kite', bornAt: instant },
    { id: 2, amount: '100.00', name: null, bornAt: instant },
  ]);
  await rename();
  const [describe, update, again, ...others] = oracle.trips();
  assert.ok(describe?.call === 'getStatementInfo' && update?.call === 'execute' && again?.call === 'execute');
  assert.deepEqual(others, []);
  const { BIND_OUT, DB_TYPE_NUMBER, DB_TYPE_VARCHAR, DB_TYPE_TIMESTAMP_TZ } = oracle.client;
  assert.deepEqual(update.binds, [
    'kite',
    { dir: BIND_OUT, type: DB_TYPE_NUMBER },
    { dir: BIND_OUT, type: DB_TYPE_NUMBER },
    { dir: BIND_OUT, type: DB_TYPE_VARCHAR, maxSize: 800 },
    { dir: BIND_OUT, type: DB_TYPE_TIMESTAMP_TZ },
  ]);
});

test('a write that returns columns and changes nothing gives no rows', async () => {
  await using oracle = openRecorded<Tables>();
  oracle.answer(/^describe select/, { columns: [column.number('ID', 19)], rows: [] });
  oracle.answer(/^delete from things/, { rowsAffected: 0, outBinds: [[]] });
  assert.deepEqual(await oracle.db.deleteFrom('things').where('id', '=', 1).returning('id').execute(), []);
});

test('a long text cannot come back from a write', async () => {
  await using oracle = openRecorded<Tables>();
  oracle.answer(/^describe select/, { columns: [column.longText('NAME')], rows: [] });
  await assert.rejects(oracle.db.deleteFrom('things').returning('name').execute(), /long text name in RETURNING/);
});

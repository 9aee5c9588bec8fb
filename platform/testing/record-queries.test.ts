import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { type Compilable, sql } from 'kysely';
import { openDatabase } from '../database/open-database.ts';
import { recordQuery } from './record-queries.ts';

interface Tables {
  things: { id: number; name: string };
}

const db = openDatabase<Tables>({ url: 'postgres://nobody@127.0.0.1:1/none', applicationName: 'test', poolMax: 1 });

function record(query: Compilable): void {
  const { query: node, parameters } = query.compile();
  recordQuery('things.tested', node, parameters);
}

test('a query of the common ground passes', () => {
  record(db.selectFrom('things').where('name', '=', 'x').orderBy('id').fetch(10).select('id'));
});

const foreign: { name: string; query: Compilable }[] = [
  { name: 'ILIKE', query: db.selectFrom('things').where('name', 'ilike', 'x').select('id') },
  { name: 'LIMIT', query: db.selectFrom('things').limit(1).select('id') },
  { name: 'RETURNING', query: db.insertInto('things').values({ id: 1, name: 'x' }).returning('id') },
  { name: 'a cast of PostgreSQL', query: db.selectFrom('things').select(sql<string>`id::text`.as('text')) },
  { name: 'an empty string', query: db.selectFrom('things').where('name', '=', sql<string>`''`).select('id') },
];

for (const { name, query } of foreign) {
  test(`${name} fails the test that runs it`, () => assert.throws(() => record(query)));
}

test('a value that Oracle would not take fails the test that runs it, every time', () => {
  const { query } = db.selectFrom('things').where('name', '=', 'bound').select('id').compile();
  recordQuery('things.bound', query, ['kite']);
  assert.throws(() => recordQuery('things.bound', query, ['']), /'' as a value/);
});

test('a process leaves the texts it ran behind, each once', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'octo-records-'));
  const script = join(import.meta.dirname, 'cases/run-queries.ts');
  await promisify(execFile)(process.execPath, [script], { env: { OCTO_TEST_RUN_DIR: dir } });
  const [file = '', ...others] = await readdir(dir);
  assert.match(file, /^queries-\d+\.json$/);
  assert.deepEqual(others, []);
  assert.deepEqual(JSON.parse(await readFile(join(dir, file), 'utf8')), [
    { name: 'things.first', sql: 'select id from things where id = :1' },
    { name: 'things.second', sql: 'select id from things where id = :1' },
  ]);
  await rm(dir, { recursive: true });
});

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { goldenOfDomains, goldenText, staleGolden, writeGolden } from './golden-files.ts';

const queries = ['cart.a', 'cart.b', 'orders.a'].map((queryName) => {
  const [domain = '', exportName = ''] = queryName.split('.');
  return { domain, exportName, queryName };
});
const texts = new Map([
  ['cart.a', ['select 1', 'select 1, 2']],
  ['cart.b', ['select 2']],
  ['orders.a', ['select 3']],
]);
const golden = goldenOfDomains(queries, texts).set(
  'database/golden/oracle.sql',
  goldenText(['create table t', 'create table u']),
);

let rootDir: string;
beforeEach(async () => {
  rootDir = await mkdtemp(join(tmpdir(), 'octo-golden-'));
});
afterEach(() => rm(rootDir, { recursive: true }));

test('a domain has its queries by name, each with its first text; the schema has its statements in order', () => {
  assert.deepEqual(
    [...golden],
    [
      ['domains/cart/golden/oracle.sql', '-- cart.a\nselect 1\n\n-- cart.b\nselect 2\n'],
      ['domains/orders/golden/oracle.sql', '-- orders.a\nselect 3\n'],
      ['database/golden/oracle.sql', 'create table t\n\ncreate table u\n'],
    ],
  );
});

test('what was written is found fresh', async () => {
  await writeGolden(rootDir, golden);
  assert.deepEqual(await staleGolden(rootDir, golden), []);
});

test('files that are missing, stale or left over are named, with what to do', async () => {
  await writeGolden(rootDir, new Map([...golden].slice(0, 2)));
  await writeFile(join(rootDir, 'domains/orders/golden/oracle.sql'), '-- orders.a\nselect 4\n');
  await writeFile(join(rootDir, 'domains/cart/golden/oracle-old.sql'), '');
  const refresh = 'refresh it with `npm test -- --update-golden`, then read the difference';
  assert.deepEqual(await staleGolden(rootDir, golden), [
    `domains/orders/golden/oracle.sql is stale: ${refresh}\n      line 2\n      - select 4\n      + select 3`,
    `database/golden/oracle.sql is missing: ${refresh}`,
    'domains/cart/golden/oracle-old.sql belongs to nothing any more: delete it',
  ]);
});

test('a file that only goes on too long is stale', async () => {
  await writeGolden(rootDir, golden);
  await writeFile(join(rootDir, 'database/golden/oracle.sql'), 'create table t\n\ncreate table u\n\ncreate table v\n');
  assert.match((await staleGolden(rootDir, golden)).join(), /line 5\n {6}- create table v\n {6}\+ $/);
});

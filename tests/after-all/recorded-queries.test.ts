import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readRecordedQueries } from './recorded-queries.ts';

test('what all processes left is put together: each text once, the shortest and then the smallest first', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'octo-records-'));
  const first = [
    { name: 'a.list', sql: 'select 1, 2' },
    { name: 'a.list', sql: 'select 3' },
    { name: 'a.one', sql: 'select 9' },
  ];
  const second = [
    { name: 'a.list', sql: 'select 1' },
    { name: 'a.list', sql: 'select 3' },
  ];
  await writeFile(join(dir, 'queries-1.json'), JSON.stringify(first));
  await writeFile(join(dir, 'queries-2.json'), JSON.stringify(second));
  await writeFile(join(dir, 'other.json'), 'not for us');
  assert.deepEqual(
    await readRecordedQueries(dir),
    new Map([
      ['a.list', ['select 1', 'select 3', 'select 1, 2']],
      ['a.one', ['select 9']],
    ]),
  );
  await rm(dir, { recursive: true });
});

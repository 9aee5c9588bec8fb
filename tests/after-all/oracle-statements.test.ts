import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultsOfStatements, migrationStatements } from './oracle-statements.ts';

const rootDir = join(import.meta.dirname, '../..');

test('the schema is told in the words of Oracle', () => {
  const statements = migrationStatements();
  assert.ok(statements.length > 100);
  assert.ok(statements.some((sql) => /^create table orders .*\btotal number\(12, ?2\) not null/.test(sql)));
});

test('a statement that Oracle would not take is told with its text', async () => {
  const faults = await faultsOfStatements(rootDir, ['select id from orders', 'select id from orders limit 1']);
  assert.ok(faults.length > 0);
  assert.ok(faults.every((fault) => fault.endsWith('\n      select id from orders limit 1')));
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultsOfGrammar, faultsOfStatements, migrationStatements } from './oracle-statements.ts';
import { administrationStatements, platformStatements } from './platform-statements.ts';

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

test('a broken text of any kind is told: a block, a question to the dictionary, a change of rights', async () => {
  const broken = [
    'begin cs_resource_manager.update_plan_directive(; end;',
    'select from v$session s',
    'grant on orders to octo_shop',
  ];
  const faults = await faultsOfGrammar(rootDir, broken);
  assert.deepEqual(
    faults.map((fault) => fault.split('\n').at(-1)?.trim()),
    broken,
  );
});

test('what the platform itself says is gathered from where it is said', async () => {
  const names = (await platformStatements()).map(({ name }) => name);
  for (const name of [
    'ids.next',
    'introspector.getTables',
    'transaction.savepoint',
    'insight.liveSessions',
    'span-check.proof',
  ])
    assert.ok(names.includes(name), name);
  assert.equal(new Set(names).size, names.length);
  assert.ok(administrationStatements().some((sql) => sql.startsWith('begin cs_resource_manager.')));
});

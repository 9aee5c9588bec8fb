import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { exceptionFaults } from './exception-faults.ts';
import { type NotPortable, notPortable } from './not-portable.ts';
import { conformanceFiles, isInSuite } from './selection.ts';

const rootDir = join(import.meta.dirname, '../..');
const file = 'domains/cart/add-to-cart.test.ts';
const source = "test('one', () => ask('pg_locks'));\n\ntest('two', () => {});\n";
const exception: NotPortable = { file, tests: ['one'], sign: 'pg_locks', reason: 'asks PostgreSQL' };

test('everything that is left out is there, and still has its reason', async () => {
  const faults = notPortable.map(async (each) =>
    exceptionFaults(each, await readFile(join(rootDir, each.file), 'utf8').catch(() => undefined)),
  );
  assert.deepEqual((await Promise.all(faults)).flat(), []);
});

const cases: { name: string; change: Partial<NotPortable>; text?: string | undefined; fault?: RegExp }[] = [
  { name: 'a test with its sign', change: {} },
  { name: 'a file with its sign', change: { tests: 'all' } },
  { name: 'a file that is gone', change: {}, text: undefined, fault: /does not exist/ },
  { name: 'a test that is gone', change: { tests: ['three'] }, fault: /has no test "three"/ },
  { name: 'a test whose sign stands in another', change: { tests: ['two'] }, fault: /"two" .* no longer holds/ },
  {
    name: 'a file without its sign',
    change: { tests: 'all' },
    text: "test('one', ask);",
    fault: /belongs to the suite/,
  },
  {
    name: 'a file outside of the suite',
    change: { file: 'tests/docs-links.test.ts' },
    fault: /nothing has to be left/,
  },
];

for (const { name, change, fault, ...given } of cases) {
  test(`${name} ${fault ? 'is a fault' : 'may stay out'}`, () => {
    const told = exceptionFaults({ ...exception, ...change }, 'text' in given ? given.text : source);
    assert.equal(told.length, fault ? 1 : 0, told.join());
    if (fault) assert.match(told.join(), fault);
  });
}

test('the suite is verbs, routes and the behaviour of queries, without what is left out', () => {
  assert.ok(isInSuite('apps/crm/routes/orders.test.ts') && isInSuite('platform/database/query.test.ts'));
  assert.ok(!isInSuite('apps/shop/main.test.ts') && !isInSuite('platform/database/engines/postgres/rows.test.ts'));
  const files = [file, 'domains/cart/take-cart.test.ts', 'tests/docs-links.test.ts'];
  assert.deepEqual(conformanceFiles(files, [exception]), [
    { file, without: ['one'] },
    { file: 'domains/cart/take-cart.test.ts', without: [] },
  ]);
  assert.deepEqual(conformanceFiles([file], [{ ...exception, tests: 'all' }]), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitions } from './cases/definitions.ts';
import { reads } from './cases/reads.ts';
import { db } from './cases/tables.ts';
import { writes } from './cases/writes.ts';
import { compileForOracle } from './compile.ts';
import { lintOracle } from './lint.ts';

for (const { name, build, sql, parameters = [] } of [...reads, ...writes, ...definitions]) {
  test(`writes ${name} for Oracle`, () => {
    const compiled = compileForOracle(build(db).compile().query);
    assert.equal(compiled.sql, sql);
    assert.deepEqual(compiled.parameters, parameters);
    assert.deepEqual(lintOracle(compiled.sql), []);
  });
}

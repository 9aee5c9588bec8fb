import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { checkOracleSyntax, complaintOf } from './syntax.ts';
import { detours, idleDetours } from './syntax-detours.ts';

const cacheDir = join(import.meta.dirname, '../../../../node_modules/.cache/oracle-syntax');
before(() => mkdir(cacheDir, { recursive: true }));

for (const { example, reason } of detours) {
  test(`a detour is needed, and leads round: ${reason}`, async () => {
    assert.notEqual(await complaintOf(example, cacheDir), '', 'the grammar takes it now: leave the detour out');
    assert.deepEqual(await checkOracleSyntax([example], cacheDir), new Map());
  });
}

test('a detour that no statement takes is told', () => {
  const all = detours.map(({ example }) => example);
  assert.deepEqual(idleDetours(all), []);
  const [first] = detours;
  assert.deepEqual(idleDetours(all.slice(1)), [first?.reason]);
});

import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { auditActions, wordsOf } from './audit-actions.ts';

const domainsDir = join(import.meta.dirname, '../../../../../domains');

async function recordedActions(): Promise<string[]> {
  const found = new Set<string>();
  for await (const file of glob('**/*.ts', { cwd: domainsDir, exclude: (name) => name.endsWith('.test.ts') })) {
    const source = await readFile(join(domainsDir, file), 'utf8');
    for (const [, action = ''] of source.matchAll(/\baction: '([a-z_]+\.[a-z_]+)'/g)) found.add(action);
  }
  return [...found].sort();
}

test('every action that is recorded has its words, and no other', async () => {
  assert.deepEqual(Object.keys(auditActions).sort(), await recordedActions());
});

test('an action of tomorrow is called by its name', () => {
  assert.equal(wordsOf('products.update'), 'Product changed');
  assert.equal(wordsOf('drones.fly'), 'drones.fly');
  assert.equal(wordsOf('toString'), 'toString');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readToolsConfig } from '../config.ts';
import { migrateOnly } from './migrate-only.ts';

test('leaves an Oracle database to the command that may change it', async () => {
  const said: string[] = [];
  const code = await migrateOnly({
    config: readToolsConfig({ ORACLE_DSN: 'octo_tp' }),
    prepare: () => Promise.reject(new Error('nothing is prepared')),
    say: (line) => said.push(line),
  });
  assert.equal(code, 1);
  assert.match(said.join(), /npm run oracle:prepare/);
});

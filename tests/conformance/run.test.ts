import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { testServerUrl } from '@octo/database/testing/test-database.ts';

const script = join(import.meta.dirname, '../../tools/test-oracle.ts');

/** The command with nothing in its environment but this: a runner that knows of the one around it does nothing. */
function run(args: readonly string[], env: Record<string, string>) {
  return spawnSync(process.execPath, [script, ...args], { env, encoding: 'utf8' });
}

test('the suite of one domain holds on a database that its files share', () => {
  const env = { TEST_DATABASE_URL: testServerUrl(), TMPDIR: tmpdir() };
  const { status, stdout } = run(['--on-postgres', 'domains/shops', 'database/business-ids'], env);
  assert.equal(status, 0, stdout);
  assert.match(stdout, /✓ domains\/shops\/change-shop\.test\.ts {2}[1-9]/);
  assert.match(stdout, /✓ platform\/database\/business-ids\.test\.ts {2}3 passed/, 'what is not portable was left out');
  assert.match(stdout, /✓ every statement, as Oracle would read it/);
});

test('without an Oracle the command says what it needs', () => {
  const { status, stderr } = run([], {});
  assert.equal(status, 2);
  assert.match(stderr, /^npm run test:oracle needs an Oracle database .* set ORACLE_DSN/);
});

test('an Oracle without an administrator is told by the name of the setting', () => {
  const { status, stderr } = run([], { ORACLE_DSN: 'tcps://db.example.com:1522/octo_tp' });
  assert.equal(status, 2);
  assert.match(stderr, /ORACLE_ADMIN_PASSWORD: is required/);
});

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { readOrMakeSecrets } from './secrets.ts';

let dir: string;
let path: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'octo-secrets-'));
  path = join(dir, 'secrets.json');
});
afterEach(() => rm(dir, { recursive: true }));

test('are made once, long and different, and only their owner can read them', async () => {
  const secrets = await readOrMakeSecrets(dir);
  assert.deepEqual(await readOrMakeSecrets(dir), secrets);
  assert.equal(new Set(Object.values(secrets)).size, 3);
  for (const secret of Object.values(secrets)) assert.ok(secret.length >= 32);
  assert.equal((await stat(path)).mode & 0o777, 0o600);
});

test('what an older release made is kept, and what is missing is added', async () => {
  const older = { postgresPassword: 'of the database', sessionSecret: 'of the carts', somethingElse: 1 };
  await writeFile(path, JSON.stringify(older), { mode: 0o600 });
  const { internalServiceKey } = await readOrMakeSecrets(dir);
  assert.deepEqual(JSON.parse(await readFile(path, 'utf8')), { ...older, internalServiceKey });
  assert.equal((await stat(path)).mode & 0o777, 0o600);
});

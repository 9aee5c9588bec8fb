import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { readToolsConfig, type ToolsConfig } from '../config.ts';
import { takeLock } from '../start/lock.ts';
import { resetDatabase } from './reset-database.ts';

let config: ToolsConfig;
let said: string[];
beforeEach(async () => {
  const rootDir = await mkdtemp(join(tmpdir(), 'octo-reset-'));
  config = { ...readToolsConfig({}), rootDir, octoDir: join(rootDir, '.octo') };
  said = [];
  await mkdir(join(config.octoDir, 'postgres'), { recursive: true });
  for (const name of ['credentials.json', 'secrets.json']) await writeFile(join(config.octoDir, name), '{}');
});
afterEach(() => rm(config.rootDir, { recursive: true }));

const reset = (isAgreed: boolean, changed: Partial<ToolsConfig> = {}) =>
  resetDatabase({ config: { ...config, ...changed }, isAgreed: async () => isAgreed, say: (line) => said.push(line) });
const isThere = (name: string) => existsSync(join(config.octoDir, name));

test('names what it destroys, then destroys that and nothing else', async () => {
  assert.equal(await reset(true), 0);
  assert.match(said.join('\n'), /\.octo\/postgres[\s\S]*\.octo\/credentials\.json/);
  assert.deepEqual(['postgres', 'credentials.json', 'secrets.json', 'lock.json'].map(isThere), [
    false,
    false,
    true,
    false,
  ]);
});

test('changes nothing without consent', async () => {
  assert.equal(await reset(false), 1);
  assert.deepEqual(['postgres', 'credentials.json'].map(isThere), [true, true]);
});

test('refuses while the platform runs', async () => {
  await using _held = await takeLock(config.octoDir);
  assert.equal(await reset(true), 1);
  assert.match(said.join('\n'), /in use already/);
  assert.equal(isThere('postgres'), true);
});

test('refuses for a server of the person’s own', async () => {
  assert.equal(await reset(true, { databaseUrl: 'postgres://elsewhere/octo' }), 1);
  assert.equal(await reset(true, { databaseOwnerUrl: 'postgres://elsewhere/octo' }), 1);
  assert.equal(await reset(true, { oracleDsn: 'octo_tp' }), 1);
  assert.equal(isThere('postgres'), true);
});

test('is content when there is nothing to reset', async () => {
  await rm(join(config.octoDir, 'postgres'), { recursive: true });
  assert.equal(await reset(true), 0);
});

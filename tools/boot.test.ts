import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { isInstalled, withInstallLock } from './boot.mjs';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'octo-boot-'));
  await mkdir(join(dir, '.octo'));
  await mkdir(join(dir, 'node_modules'));
});
afterEach(() => rm(dir, { recursive: true }));

const root = { name: 'root' };
const one = { version: '1.0.0', integrity: 'sha512-one' };
const write = (name: string, packages: object) => writeFile(join(dir, name), JSON.stringify({ packages }));
const writeLock = (packages: object) => write('package-lock.json', { '': root, ...packages });
const writeInstalled = (packages: object) => write('node_modules/.package-lock.json', packages);

test('nothing installed asks for an install', async () => {
  await writeLock({ 'node_modules/one': one });
  assert.equal(isInstalled(dir), false);
});

test('an install that npm finished counts until the lockfile changes', async () => {
  await writeLock({ 'node_modules/one': one });
  await writeInstalled({ 'node_modules/one': one });
  assert.equal(isInstalled(dir), true);
  assert.ok(existsSync(join(dir, 'node_modules', '.octo-installed')));
  await writeLock({ 'node_modules/one': { ...one, version: '2.0.0' } });
  assert.equal(isInstalled(dir), false);
});

test('a missing package or another content asks for an install', async () => {
  await writeLock({ 'node_modules/one': one, 'node_modules/two': one });
  await writeInstalled({ 'node_modules/one': one });
  assert.equal(isInstalled(dir), false);
  await writeInstalled({ 'node_modules/one': one, 'node_modules/two': { ...one, integrity: 'sha512-other' } });
  assert.equal(isInstalled(dir), false);
});

test('packages of other machines may be missing, those of this one may not', async () => {
  const here = { ...one, os: [process.platform], cpu: [process.arch], optional: true };
  await writeLock({ 'node_modules/there': { ...one, os: ['beos'], optional: true }, 'node_modules/here': here });
  await writeInstalled({ 'node_modules/here': here });
  assert.equal(isInstalled(dir), true);
  await writeLock({ 'node_modules/here': here, 'node_modules/new-here': { ...here, version: '3.0.0' } });
  assert.equal(isInstalled(dir), false);
});

test('installs wait for each other', async () => {
  const steps: string[] = [];
  const first = withInstallLock(dir, async () => {
    steps.push('first begins');
    await new Promise((resolve) => setImmediate(resolve));
    steps.push('first ends');
  });
  await Promise.all([first, withInstallLock(dir, async () => void steps.push('second'))]);
  assert.deepEqual(steps, ['first begins', 'first ends', 'second']);
});

test('the lock of an install that was killed does not block', async () => {
  await writeFile(join(dir, '.octo', 'install.lock'), '99999999');
  assert.equal(await withInstallLock(dir, async () => 'done'), 'done');
});

test('an unknown command names the known ones', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'boot.mjs'), 'launch'], {
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.match(stderr, /Unknown command "launch"\. Commands: start, dev, check, test,.* db:reset/);
});

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { findPostmaster } from '@octo/platform/embedded-postgres/postmaster-pid.ts';
import { signalIfAlive } from '@octo/platform/embedded-postgres/processes.ts';
import { choosePort, isFree } from './ports.ts';
import { processIdentity } from './process-identity.ts';
import { askService, type FakePlatform, launchFakePlatform, urlOnceUp } from './testing/fake-platform.ts';

let octoDir: string;
let port: number;
const launched: FakePlatform[] = [];

before(async () => {
  octoDir = await mkdtemp(join(tmpdir(), 'octo-start-'));
});

beforeEach(async () => {
  port = await choosePort(18_000 + Math.floor(Math.random() * 20_000));
});

afterEach(async () => {
  for (const platform of launched.splice(0)) {
    platform.child.kill('SIGTERM');
    await platform.exited;
  }
  const orphan = await findDatabase();
  if (orphan) signalIfAlive(orphan, 'SIGQUIT');
});

after(() => rm(octoDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

function launch(script?: string): FakePlatform {
  const platform = launchFakePlatform(octoDir, port, script);
  launched.push(platform);
  return platform;
}

async function findDatabase(): Promise<number | undefined> {
  return (await findPostmaster(join(octoDir, 'postgres')).catch(() => undefined))?.pid;
}

// A zombie that nobody has collected yet does not run.
async function isRunning(pid: number): Promise<boolean> {
  return (await processIdentity(pid)) !== undefined;
}

test('brings everything up, and SIGTERM leaves nothing behind but the data', async () => {
  const platform = launch();
  const url = await urlOnceUp(octoDir, platform);
  const service = await askService(url);
  const database = await findDatabase();
  assert.equal(service.PORT, String(port));
  assert.match(service.DATABASE_URL ?? '', /^postgres:\/\/postgres:.+@127\.0\.0\.1:/);
  assert.equal((await stat(join(octoDir, 'secrets.json'))).mode & 0o777, 0o600);
  const { twin: twinUrl, ...run } = JSON.parse(await readFile(join(octoDir, 'run.json'), 'utf8'));
  assert.deepEqual(run, { fake: url, pid: platform.child.pid });
  const twin = await askService(twinUrl);
  assert.equal(twin.PORT, String(port + 1));
  platform.child.kill('SIGTERM');
  assert.equal(await platform.exited, 0);
  for (const { pid } of [service, twin]) assert.equal(await isRunning(pid), false);
  assert.ok(database && !(await isRunning(database)));
  assert.equal(existsSync(join(octoDir, 'run.json')), false);
  assert.equal(existsSync(join(octoDir, 'lock.json')), false);
});

test('reports a service that dies with its last lines and starts it again on its port', async () => {
  const platform = launch();
  const url = await urlOnceUp(octoDir, platform);
  const before = await askService(url);
  await fetch(`${url}/die`).catch(() => undefined);
  await platform.says(/Fake service ended with code 3\. Its last lines:\n.*\| listening\n.*\| about to fall over\n/);
  await platform.says(/Fake service is up again/);
  const after = await askService(url);
  assert.notEqual(after.pid, before.pid);
  assert.equal(after.SESSION_SECRET, before.SESSION_SECRET);
});

test('starts a database that was killed again on its port, under services that stay', async () => {
  const platform = launch();
  const url = await urlOnceUp(octoDir, platform);
  const before = await askService(url);
  const database = await findDatabase();
  assert.ok(database);
  process.kill(database, 'SIGKILL');
  await platform.says(/The database ended by SIGKILL/);
  await platform.says(/The database is up again/);
  assert.notEqual(await findDatabase(), database);
  assert.deepEqual(await askService(url), before);
});

test('after a SIGKILL the services end by themselves and the next start adopts the database', async () => {
  const first = launch();
  const service = await askService(await urlOnceUp(octoDir, first));
  const database = await findDatabase();
  first.child.kill('SIGKILL');
  await first.exited;
  const second = launch();
  await second.says(/Found the database of an earlier run still running/);
  await urlOnceUp(octoDir, second);
  assert.equal(await findDatabase(), database);
  second.child.kill('SIGTERM');
  assert.equal(await second.exited, 0);
  assert.equal(await isRunning(service.pid), false);
  assert.ok(database && !(await isRunning(database)));
});

test('refuses a second start in the same folder and says where the first one is', async () => {
  const first = launch();
  const url = await urlOnceUp(octoDir, first);
  const second = launch();
  assert.equal(await second.exited, 1);
  assert.match(
    second.output(),
    new RegExp(`^This folder is in use already, by process ${first.child.pid}.*\\n.*${url}`),
  );
  assert.ok(await askService(url), 'the first one is left alone');
});

test('says that a port is taken, uses another one, and tells the other service of it', async () => {
  const squatter = createServer().listen(port, '127.0.0.1');
  try {
    const platform = launch();
    const fake = await askService(await urlOnceUp(octoDir, platform));
    assert.notEqual(fake.PORT, String(port));
    assert.match(platform.output(), new RegExp(`Port ${port} is taken; Fake service uses ${fake.PORT}`));
    const twin = await askService(String(fake.SERVICE_TWIN_URL));
    assert.equal(twin.SERVICE_FAKE_URL, `http://127.0.0.1:${fake.PORT}`);
    assert.equal(twin.SERVICE_TWIN_URL, undefined, 'nobody is told of itself');
    assert.equal(twin.INTERNAL_SERVICE_KEY, fake.INTERNAL_SERVICE_KEY);
  } finally {
    squatter.close();
  }
});

test('a service that cannot start ends the start with its last lines, and all the others with it', async () => {
  const platform = launch('missing-service.ts');
  assert.equal(await platform.exited, 1);
  assert.match(platform.output(), /Fake service did not start: it ended with code 1[\s\S]*Cannot find module/);
  assert.equal(await isFree(port + 1), true);
  assert.equal(await findDatabase(), undefined);
  assert.equal(existsSync(join(octoDir, 'run.json')), false);
});

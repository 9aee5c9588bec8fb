import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { isPostmasterOf } from './postmaster-pid.ts';
import { startEmbeddedPostgres } from './start.ts';

const password = 'p@ss/w:rd';
let room: string;

before(async () => {
  room = await mkdtemp(join(tmpdir(), 'octo-pg-'));
});
after(() => rm(room, { recursive: true, force: true }));

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function launch(
  dataDir: string,
  prefix: string[] = [],
): Promise<{ child: ChildProcess; pid: number; port: number; uid: number }> {
  const [command = '', ...args] = [
    ...prefix,
    process.execPath,
    join(import.meta.dirname, 'testing/launch.ts'),
    dataDir,
    password,
  ];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (!child.stdout) throw new Error('no output');
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the launcher ended with code ${code}`)));
  ended.catch(() => undefined);
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  return { child, ...JSON.parse(line) };
}

test('starts on first use, refuses a wrong password, and keeps the rows over a stop', async () => {
  const dataDir = join(room, 'first');
  const first = await startEmbeddedPostgres({ dataDir, password });
  await query(first.url, 'create table kept (n int); insert into kept values (7)');
  await assert.rejects(
    query(first.url.replace(encodeURIComponent(password), 'wrong'), 'select 1'),
    /password authentication failed/,
  );
  await first.stop();
  assert.match((await first.exited).reason, /code 0/);
  const second = await startEmbeddedPostgres({ dataDir, password });
  assert.deepEqual(await query(second.url, 'select n from kept'), [{ n: 7 }]);
  assert.deepEqual(await query(second.url, "select lower('ÄÖ') as text"), [{ text: 'äö' }]);
  await second.stop();
  assert.deepEqual(await readdir(room), ['first'], 'nothing is left beside the data');
});

test('adopts the server that a killed launcher left behind, and can stop it', async () => {
  const dataDir = join(room, 'orphan');
  const launched = await launch(dataDir);
  launched.child.kill('SIGKILL');
  await once(launched.child, 'exit');
  await using adopted = await startEmbeddedPostgres({ dataDir, password });
  assert.deepEqual([adopted.isAdopted, adopted.pid, adopted.port], [true, launched.pid, launched.port]);
  assert.equal((await query(adopted.url, 'select 1')).length, 1);
  await adopted.stop();
  await adopted.exited;
  assert.equal(await isPostmasterOf(launched.pid, dataDir), false);
});

test('tells when the server dies and recovers every committed row, on the same port', async () => {
  const dataDir = join(room, 'killed');
  const first = await startEmbeddedPostgres({ dataDir, password });
  await query(first.url, 'create table kept (n int); insert into kept select generate_series(1, 1000)');
  process.kill(first.pid, 'SIGKILL');
  assert.match((await first.exited).reason, /SIGKILL/);
  await using second = await startEmbeddedPostgres({ dataDir, password, port: first.port });
  assert.equal(second.isAdopted, false);
  assert.equal(second.port, first.port);
  assert.deepEqual(await query(second.url, 'select count(*)::int as n from kept'), [{ n: 1000 }]);
});

test('takes another port when the preferred one is taken', async () => {
  await using first = await startEmbeddedPostgres({ dataDir: join(room, 'one'), password, durable: false });
  await using second = await startEmbeddedPostgres({
    dataDir: join(room, 'two'),
    password,
    durable: false,
    port: first.port,
  });
  assert.notEqual(second.port, first.port);
});

test('serves a plain user, whose data root may serve later without taking it away', {
  skip: process.getuid?.() !== 0,
}, async () => {
  const home = join(room, 'plain');
  await chmod(room, 0o755);
  const dataDir = join(home, 'data');
  await startAs(home, dataDir);
  await using asRoot = await startEmbeddedPostgres({ dataDir, password });
  assert.equal((await query(asRoot.url, 'select 1')).length, 1);
  await asRoot.stop();
  await startAs(home, dataDir);
});

async function startAs(home: string, dataDir: string): Promise<void> {
  await mkdir(home, { recursive: true });
  await chown(home, 65534, 65534);
  const launched = await launch(dataDir, ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']);
  assert.equal(launched.uid, 65534);
  launched.child.kill('SIGTERM');
  const [code] = await once(launched.child, 'exit');
  assert.equal(code, 0);
}

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { migrations } from '@octo/database/migrations/index.ts';
import { emptyDatabase, type PlayedDatabase, playDatabase } from '@octo/database/oracle/testing/played-database.ts';
import { oracleError } from '@octo/platform/database/engines/oracle/testing/oracle-error.ts';
import { runOraclePrepare } from './run.ts';

const env = { ORACLE_DSN: 'tcps://db.example.com:1522/octo_tp', ORACLE_ADMIN_PASSWORD: 'Welcome123456' };

let octoDir: string;
let said: string[];
let database: PlayedDatabase;

beforeEach(async () => {
  octoDir = await mkdtemp(join(tmpdir(), 'octo-oracle-prepare-'));
  database = emptyDatabase();
  database.schema.applied.push(...Object.keys(migrations));
});
afterEach(() => rm(octoDir, { recursive: true }));

function run(args: string[], settings: NodeJS.ProcessEnv = env, recording = playDatabase(database)): Promise<number> {
  said = [];
  return runOraclePrepare({ args, env: settings, octoDir, say: (line) => said.push(line), client: recording.client });
}

test('prints the whole script without a database, a setting or a file', async () => {
  assert.equal(await run(['--dry-run'], {}), 0);
  const [script = ''] = said;
  assert.match(script, /^create user octo_shop identified by <generated> profile octo_profile;$/m);
  assert.match(script, /^create table orders \(/m);
  assert.match(script, /^grant read on octo_owner\.query_orders to octo_query;$/m);
  assert.deepEqual(database.changes, []);
  assert.deepEqual(await readdir(octoDir), []);
});

test('prepares, keeps the sign-ins, and writes a file for each password where it is told to', async () => {
  const out = join(octoDir, 'passwords');
  assert.equal(await run(['--no-seed', '--out', out]), 0);
  assert.match(said.at(-1) ?? '', /^Prepared the database: /);
  assert.ok(existsSync(join(octoDir, 'oracle.json')));
  assert.equal((await readdir(out)).length, 6);
});

test('compares a database with what it should be, and changes nothing', async () => {
  assert.equal(await run(['--dry-run', '--compare']), 0);
  assert.match(said.join('\n'), /^create profile octo_profile [\s\S]*octo_owner cannot sign in yet/m);
  assert.deepEqual(database.changes, []);
  await run(['--no-seed']);
  await run(['--dry-run', '--compare']);
  assert.deepEqual(said, ['-- Nothing is missing.\n']);
  database.passwords.set('OCTO_OWNER', 'another');
  assert.equal(await run(['--dry-run', '--compare']), 0);
  assert.match(
    said.join('\n'),
    /^alter user octo_owner identified by <generated> [\s\S]*octo_owner cannot sign in yet/m,
  );
  await run(['--no-seed']);
  database.rights.delete('OCTO_CRM READ OCTO_OWNER.REVIEWS');
  database.schema.applied.pop();
  const changes = database.changes.length;
  await run(['--dry-run', '--compare']);
  const lines = said.join('\n').split('\n');
  assert.ok(lines.includes('grant read on octo_owner.reviews to octo_crm;'));
  const created = lines.filter((line) => line.startsWith('create '));
  assert.match(created[0] ?? '', /^create table active_faults \(/);
  assert.ok(created.every((line) => line.includes('active_faults')));
  assert.equal(database.changes.length, changes);
});

test('renews the passwords', async () => {
  await run(['--no-seed']);
  const before = new Map(database.passwords);
  assert.equal(await run(['--no-seed', '--rotate']), 0);
  for (const [user, password] of before) assert.notEqual(database.passwords.get(user), password);
});

test('names every setting that is missing or wrong', async () => {
  assert.equal(await run([], {}), 1);
  assert.match(said[0] ?? '', /ORACLE_DSN: is required[\s\S]*ORACLE_ADMIN_PASSWORD: is required/);
  assert.equal(await run([], { ...env, ORACLE_DSN: 'octo_tp' }), 1);
  assert.match(said[0] ?? '', /ORACLE_DSN: octo_tp is an alias/);
  assert.equal(await run([], { ...env, ORACLE_WALLET_DIR: join(octoDir, 'nowhere') }), 1);
  assert.match(said[0] ?? '', /ORACLE_WALLET_DIR: there is no folder/);
});

test('says how it is used when it does not understand', async () => {
  for (const args of [['--dryrun'], ['now'], ['--compare'], ['--out']])
    assert.equal(await run(args), 2, args.join(' '));
  assert.match(said[0] ?? '', /--dry-run/);
});

test('says what to look at when the administrator is refused', async () => {
  const refusing = playDatabase(database);
  refusing.answer('connect', { error: oracleError('ORA-01017') });
  assert.equal(await run([], env, refusing), 1);
  assert.match(said[0] ?? '', /\(ORA-01017\).* Look at ORACLE_ADMIN_USER and ORACLE_ADMIN_PASSWORD\.$/);
  assert.equal(refusing.calls.filter(({ call }) => call === 'connect').length, 1);
});

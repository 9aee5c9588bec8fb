import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { addAccount, password } from '../../apps/crm/testing/password-account.ts';
import { createTestCrm, type TestCrm } from '../../apps/crm/testing/test-crm.ts';
import { readToolsConfig, type ToolsConfig } from '../config.ts';
import { writeJsonFile } from '../start/files.ts';
import { octoPaths } from '../start/paths.ts';
import { removeRunFile, writeRunFile } from '../start/run-file.ts';
import { runFaultCommand } from './run-fault-command.ts';

let t: TestCrm;
let config: ToolsConfig;
let url: string;
before(async () => {
  t = await createTestCrm({ env: { CHAOS_ENABLED: 'true' } });
  const rootDir = await mkdtemp(join(tmpdir(), 'octo-fault-'));
  config = { ...readToolsConfig({}), rootDir, octoDir: rootDir };
  url = await t.app.listen();
  const { username } = await addAccount(t, 'admin');
  await writeJsonFile(octoPaths(rootDir).credentialsFile, { crm: [{ username, password, role: 'admin' }] });
  await writeRunFile(rootDir, { crm: url, observatory: 'http://localhost:8070' });
});
after(async () => {
  await t[Symbol.asyncDispose]();
  await rm(config.rootDir, { recursive: true });
});

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await runFaultCommand({ config, args, say: (line) => lines.push(line) });
  return { code, said: lines.join('\n') };
}

test('lists what there is, applies one for a while, and clears it', async () => {
  assert.match((await run('list')).said, /^slow-statement, in the shop\n {2}.+\n[\s\S]*^dead-crm, in the crm$/m);
  const applied = await run('apply', 'slow-statement', '--for', '5m');
  assert.match(
    applied.said,
    /^Applied: slow-statement, in the shop \(applied until .+\)\n[\s\S]*http:\/\/localhost:8070$/,
  );
  const [row] = await t.owner.selectFrom('activeFaults').selectAll().execute();
  assert.equal((row?.expiresAt.getTime() ?? 0) - (row?.appliedAt.getTime() ?? 0), 300_000);
  assert.match((await run()).said, /^slow-statement, in the shop \(applied until /);
  assert.deepEqual(await run('clear', 'slow-statement'), { code: 0, said: 'Cleared: slow-statement' });
});

test('clears all that are applied at once', async () => {
  await run('apply', 'slow-statement');
  await run('apply', 'error-burst');
  assert.deepEqual(await run('clear'), { code: 0, said: 'Cleared: slow-statement\nCleared: error-burst' });
  assert.deepEqual(await run('clear'), { code: 0, said: 'No fault is applied.' });
});

test('says in words what cannot be', async () => {
  assert.deepEqual(await run('apply', 'solar-flare'), { code: 1, said: 'There is no such fault.' });
  assert.deepEqual(await run('clear', 'dead-crm'), { code: 1, said: 'This fault is not applied.' });
  assert.match((await run('apply', 'dead-crm', '--for', '2h')).said, /for_seconds/);
  for (const args of [
    ['apply'],
    ['break'],
    ['list', 'all'],
    ['apply', 'x', '--for'],
    ['apply', 'x', '--for', 'ever'],
  ]) {
    const { code, said } = await run(...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(said, /^npm run fault -- list\n/);
  }
});

test('leaves no session behind', async () => {
  await run('list');
  assert.deepEqual(await t.owner.selectFrom('userSessions').select('id').where('endedAt', 'is', null).execute(), []);
});

test('says how to begin where nothing may be broken, or nothing runs', async () => {
  await using off = await createTestCrm({ database: t.database });
  await writeRunFile(config.octoDir, { crm: await off.app.listen() });
  assert.match((await run('list')).said, /CHAOS_ENABLED=true/);
  removeRunFile(config.octoDir);
  assert.deepEqual(await run('list'), {
    code: 1,
    said: 'The platform does not run here. Start it in another terminal with: CHAOS_ENABLED=true npm start',
  });
});

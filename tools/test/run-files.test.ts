import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { promisify } from 'node:util';
import type { Tally } from './tally.ts';

let rootDir: string;
beforeEach(async () => {
  rootDir = await mkdtemp(join(tmpdir(), 'octo-run-files-'));
});
afterEach(() => rm(rootDir, { recursive: true }));

async function runAll(files: Record<string, string>): Promise<{ sum: Tally; said: string }> {
  for (const [name, content] of Object.entries(files))
    await writeFile(join(rootDir, name), `import { test } from 'node:test';\n${content}`);
  const script = join(import.meta.dirname, 'testing', 'run-folder.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, rootDir, ...Object.keys(files)], { env: {} });
  const lines = stdout.trimEnd().split('\n');
  return { sum: JSON.parse(lines.at(-1) ?? ''), said: lines.slice(0, -1).join('\n') };
}

test('runs every file with the given environment and counts', async () => {
  const { sum, said } = await runAll({
    'good.test.ts':
      "test('has it', () => { if (process.env.GIVEN !== 'value') throw new Error('no'); });\ntest.skip('later');",
    'bad.test.ts': "console.log('a trace of it');\ntest('breaks', () => { throw new Error('on purpose'); });",
  });
  assert.deepEqual(sum, { passed: 1, failed: 1, skipped: 1 });
  assert.match(said, /✓ good\.test\.ts {2}1 passed, 0 failed, 1 skipped/);
  assert.match(said, /✗ bad\.test\.ts {2}0 passed, 1 failed/);
  assert.match(said, /✗ breaks \(line 3\)\n {4}Error: on purpose/);
  assert.match(said, /\| a trace of it/);
});

test('a file that cannot be loaded, ends early or holds no test fails', async () => {
  const { sum, said } = await runAll({
    'broken.test.ts': "throw new Error('at load');",
    'early.test.ts': "test('leaves', () => process.exit(0));",
    'empty.test.ts': '',
    'between.test.ts': "await test('is well', () => undefined);\nthrow new Error('between two tests');",
  });
  assert.equal(sum.passed, 1);
  assert.ok(sum.failed >= 4);
  assert.match(said, /✗ the file itself, exit code 1/);
  assert.match(said, /output of between\.test\.ts:\n[^\n]*Error: between two tests/);
  assert.match(said, /Error: at load[\s\S]*holds no test|holds no test[\s\S]*Error: at load/);
});

test('a file that cannot set up or clear away fails, whatever its tests say', async () => {
  const { sum, said } = await runAll({
    'untidy.test.ts':
      "import { after } from 'node:test';\nafter(() => Promise.reject(new Error('still there')));\ntest('is well', () => undefined);",
    'unready.test.ts':
      "import { before } from 'node:test';\nbefore(() => Promise.reject(new Error('not there')));\ntest('is well', () => undefined);",
    'suite.test.ts': `import { after, describe } from 'node:test';
      describe('a part', () => { after(() => Promise.reject(new Error('left behind'))); test('is well', () => undefined); });`,
  });
  assert.match(said, /✗ untidy\.test\.ts {2}1 passed, 1 failed[\s\S]*still there/);
  assert.match(said, /✗ unready\.test\.ts[\s\S]*not there/);
  assert.match(said, /✗ suite\.test\.ts[\s\S]*left behind/);
  assert.ok(sum.failed >= 3);
});

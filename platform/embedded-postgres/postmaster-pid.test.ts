import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { disarmReusedPid, findPostmaster, parsePostmasterPid } from './postmaster-pid.ts';

const file = (pid: number) => `${pid}\n/data\n1763757600\n5499\n\n127.0.0.1\n  1048601     32772\nready   \n`;

test('reads pid, port and status', () => {
  assert.deepEqual(parsePostmasterPid(file(42)), { pid: 42, port: 5499, status: 'ready' });
});

test('reads a file that a starting server has only half written', () => {
  assert.deepEqual(parsePostmasterPid('42\n/data\n'), { pid: 42, port: undefined, status: undefined });
});

test('an empty or foreign file names no postmaster', () => {
  assert.equal(parsePostmasterPid(''), undefined);
  assert.equal(parsePostmasterPid('hello\n'), undefined);
});

test('a pid that now belongs to another program is no postmaster, and no longer blocks a start', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'octo-pid-'));
  try {
    await writeFile(join(dataDir, 'postmaster.pid'), file(process.pid));
    assert.equal(await findPostmaster(dataDir), undefined);
    await disarmReusedPid(dataDir);
    const text = await readFile(join(dataDir, 'postmaster.pid'), 'utf8');
    assert.notEqual(parsePostmasterPid(text)?.pid, process.pid);
    assert.match(text, /1048601 {5}32772/, 'the memory key stays, so that PostgreSQL can still find live processes');
  } finally {
    await rm(dataDir, { recursive: true });
  }
});

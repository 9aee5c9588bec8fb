import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStat } from './database-cpu.ts';

test('a process is read by its place in the line, whatever it calls itself', () => {
  const line = '4711 (postgres: a) b) S 42 4711 4711 0 -1 4194304 1 2 3 4 17 5 30 8 20 0 1 0 100 1000 10';
  assert.deepEqual(readStat(line), { pid: 4711, parent: 42, ticks: 22, endedTicks: 38 });
});

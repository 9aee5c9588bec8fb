import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastsMs, sessionStatus } from './session-words.ts';

const at = '2026-11-02T12:00:10.000Z';
const started = { statementStartedAt: '2026-11-02T12:00:07.000Z', transactionStartedAt: '2026-11-02T12:00:04.000Z' };
const session = {
  sessionId: '1',
  module: null,
  action: null,
  traceId: null,
  user: 'octo_shop',
  waitEvent: null,
  statementId: null,
  sqlId: null,
  text: null,
  connectedAt: null,
  client: null,
  ...started,
};

for (const [name, of, label, ms] of [
  ['at work', { state: 'active', waitClass: 'CPU', blockedBy: [] }, 'At work', 3000],
  ['that waits for a lock', { state: 'active', waitClass: 'Lock', blockedBy: ['2'] }, 'Waits for others', 3000],
  ['that reads', { state: 'active', waitClass: 'IO', blockedBy: [] }, 'Reading and writing', 3000],
  [
    'that keeps its transaction open',
    { state: 'idle in transaction', waitClass: 'Idle', blockedBy: [] },
    'Idle in transaction',
    6000,
  ],
  ['that rests', { state: 'idle', waitClass: 'Idle', blockedBy: [] }, 'Idle', null],
] as const)
  test(`a session ${name} says so, and since when`, () => {
    const told = { ...session, ...of, blockedBy: [...of.blockedBy] };
    assert.deepEqual([sessionStatus(told).label, lastsMs(told, at)], [label, ms]);
  });

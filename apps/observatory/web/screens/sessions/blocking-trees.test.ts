import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DatabaseSession } from '@octo/contracts/insight.ts';
import { type BlockingNode, blockingTrees } from './blocking-trees.ts';

function session(sessionId: string, blockedBy: string[] = [], seconds = 0): DatabaseSession {
  return {
    sessionId,
    module: 'octo-drone-shop',
    action: null,
    traceId: null,
    user: 'octo_shop',
    state: 'active',
    waitClass: blockedBy.length === 0 ? 'CPU' : 'Lock',
    waitEvent: null,
    blockedBy,
    statementId: null,
    sqlId: null,
    text: null,
    connectedAt: null,
    transactionStartedAt: null,
    statementStartedAt: new Date(seconds * 1000).toISOString(),
    client: null,
  };
}

type Told = [string, ...Told[]];

function tell({ sessionId, waiting }: BlockingNode): Told {
  return [sessionId, ...waiting.map(tell)];
}

const treesOf = (sessions: DatabaseSession[]) => blockingTrees(sessions).map(tell);

test('nobody waits for anybody', () => {
  assert.deepEqual(treesOf([session('1'), session('2')]), []);
});

test('who waits stands below the nearest in its way, the longest waiting first', () => {
  const sessions = [session('1'), session('4', ['3', '1'], 9), session('2', ['1'], 5), session('3', ['1'], 2)];
  assert.deepEqual(treesOf(sessions), [['1', ['3', ['4']], ['2']]]);
  assert.equal(blockingTrees(sessions)[0]?.heldUp, 3);
});

test('who holds up the most stands on top, and one that is not listed is named all the same', () => {
  const trees = blockingTrees([session('2', ['1']), session('12', ['11']), session('13', ['11']), session('11')]);
  assert.deepEqual(
    trees.map(({ sessionId, heldUp }) => [sessionId, heldUp]),
    [
      ['11', 2],
      ['1', 1],
    ],
  );
  assert.equal(trees[1]?.session, undefined);
});

test('who waits in a circle is shown once', () => {
  assert.deepEqual(treesOf([session('1', ['2', '1']), session('2', ['1', '2'])]), [['1', ['2']]]);
});

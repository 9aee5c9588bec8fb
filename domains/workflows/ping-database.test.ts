import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeGate } from '@octo/platform/testing/gate.ts';
import { pingDatabase } from './ping-database.ts';
import { openTestLab } from './testing/test-lab.ts';

test('tells a database that answers from one that is gone', async () => {
  await using gate = await makeGate();
  await using lab = await openTestLab({ reach: gate.lead });
  await pingDatabase(lab.ctx);
  await gate.shut();
  await assert.rejects(pingDatabase(lab.ctx), { kind: 'Unavailable' });
  await gate.reopen();
  await pingDatabase(lab.ctx);
});

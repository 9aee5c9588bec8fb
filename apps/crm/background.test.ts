import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { makeGate } from '@octo/platform/testing/gate.ts';
import { startBackgroundWork } from './background.ts';
import { signedInAs } from './testing/sign-in.ts';
import { createTestCrm } from './testing/test-crm.ts';

const lines: Record<string, unknown>[] = [];
const service = { name: 'crm', namespace: 'octo', version: '1.2.3' };
const logger = createLogger(service, 'debug', { write: (line) => void lines.push(JSON.parse(line)) });
const gate = await makeGate();
const t = await createTestCrm({ reach: gate.lead, overrides: { logger } });
after(async () => {
  await t[Symbol.asyncDispose]();
  await gate[Symbol.asyncDispose]();
});

test('forgets from the start what is long over, and leaves open sessions alone', async () => {
  const [past, present] = [await signedInAs(t, 'viewer'), await signedInAs(t, 'viewer')];
  const longAgo = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
  await t.owner.updateTable('userSessions').set({ expiresAt: longAgo }).where('userId', '=', past.userId).execute();
  const kept = () => t.owner.selectFrom('userSessions').select('userId').execute();
  {
    await using _background = startBackgroundWork(t.crm);
    while ((await kept()).length > 1) await sleep(10);
  }
  assert.deepEqual(await kept(), [{ userId: present.userId }]);
});

test('a database that is away is noted, and stops nothing', async () => {
  await gate.shut();
  lines.length = 0;
  {
    await using _background = startBackgroundWork(t.crm);
  }
  await gate.reopen();
  const failures = lines.filter(({ message }) => message === 'background work did not succeed and is tried again');
  assert.match(JSON.stringify(failures[0]), /database\.unavailable/);
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { transact } from '@octo/platform/database/transact.ts';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { tellEventsWith } from '@octo/platform/telemetry/tell-event.ts';
import { createTestContext } from '../testing/test-context.ts';
import { recordAudit, recordSecurityEvent } from './index.ts';

const t = await createTestContext();
after(() => t[Symbol.asyncDispose]());
const { ctx, crm, owner } = t;
const event = {
  attackType: 'message_tampering',
  severity: 'high',
  endpoint: '/api/x',
  details: 'Not as before.',
} as const;
const change = { action: 'things.update', resource: 'things/1', before: { a: 1 }, after: { a: 2 } };

test('a security event says what was tried, where, from where and in which trace', async () => {
  const actor = { ...crm.actor, address: '198.51.100.7' };
  await recordSecurityEvent({ ...crm, actor }, event);
  const [kept] = await owner.selectFrom('securityEvents').selectAll().execute();
  assert.deepEqual(kept, {
    id: kept?.id,
    ...event,
    sourceIp: '198.51.100.7',
    traceId: crm.traceId,
    payload: null,
    productId: null,
    sessionId: null,
    createdAt: crm.clock.now(),
  });
});

test('the log says that there was one, without its details, once it is committed', async () => {
  const lines: string[] = [];
  const service = { name: 'crm', namespace: 'octo', version: '1' };
  using _telling = tellEventsWith(createLogger(service, 'info', { write: (line) => lines.push(line) }));
  await assert.rejects(
    transact(crm, async (inner) => {
      await recordSecurityEvent(inner, event);
      throw new Error('not after all');
    }),
  );
  assert.deepEqual(lines, []);
  await recordSecurityEvent(crm, event);
  assert.equal(lines.length, 1);
  const line = JSON.parse(lines[0] ?? '{}');
  assert.deepEqual([line['event.name'], line['http.route']], ['security.message_tampering', '/api/x']);
  assert.doesNotMatch(lines[0] ?? '', /Not as before/);
});

test('shop and CRM may append to both ledgers; neither may change or remove what stands there', async () => {
  for (const service of [ctx, crm]) {
    await recordSecurityEvent(service, event);
    await recordAudit(service, change);
    for (const table of ['auditLogs', 'securityEvents'] as const) {
      await assert.rejects(service.db.updateTable(table).set({ traceId: 'x' }).execute(), /permission denied/);
      await assert.rejects(service.db.deleteFrom(table).execute(), /permission denied/);
    }
  }
  assert.equal((await owner.selectFrom('auditLogs').selectAll().execute()).length, 2);
});

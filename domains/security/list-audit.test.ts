import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import { later } from '../testing/orders.ts';
import { refusal } from '../testing/refusals.ts';
import { createTestContext } from '../testing/test-context.ts';
import { countTrail, getAuditEntry, listAudit, listTraceTrail, recordAudit, recordSecurityEvent } from './index.ts';
import type { ListAuditInput } from './list-audit.ts';

const t = await createTestContext();
after(() => t[Symbol.asyncDispose]());
const { crm, owner } = t;
const ada = {
  id: 'user:1',
  userId: 1,
  permissions: new Set<string>(),
  address: '198.51.100.7',
  userAgent: 'a browser',
};
const sweeper = { id: 'service:sweeper', permissions: new Set<string>() };

before(async () => {
  const user = { id: 1, username: 'Ada', email: 'ada@octo.test', passwordHash: '!', createdAt: crm.clock.now() };
  await owner.insertInto('users').values(user).execute();
  const writes = [
    { by: ada, action: 'products.add', resource: 'products/1', before: null, after: { price: 10 } },
    {
      by: sweeper,
      action: 'orders.cancel',
      resource: 'orders/1',
      before: { status: 'placed' },
      after: { status: 'cancelled' },
    },
    {
      by: ada,
      action: 'products.update',
      resource: 'products/1',
      before: { price: 10 },
      after: { price: 12.5, tags: ['a'] },
    },
    { by: ada, action: 'products.update', resource: 'products/11', before: { name: 'Ü' }, after: { name: 'Ö' } },
  ];
  for (const [index, { by, ...write }] of writes.entries())
    await recordAudit({ ...later(crm, Math.floor(index / 2)), actor: by }, write);
});

async function seen(input: ListAuditInput = {}) {
  const { entries } = await listAudit(crm, input);
  return entries.map(({ actor, actionName, resourceName }) => `${actor} ${actionName} ${resourceName}`);
}

const all = [
  'Ada products.update products/11',
  'Ada products.update products/1',
  'service:sweeper orders.cancel orders/1',
  'Ada products.add products/1',
];

test('shows the newest first, people by their username', async () => {
  assert.deepEqual(await seen(), all);
});

test('shows what was before, what is now, from where and in which trace', async () => {
  const { entries } = await listAudit(crm, { resource: 'products/1' });
  assert.deepEqual(
    entries.map((entry) => [entry.before, entry.after]),
    [
      [{ price: 10 }, { price: 12.5, tags: ['a'] }],
      [null, { price: 10 }],
    ],
  );
  const [newest] = entries;
  assert.equal(newest?.ipAddress, ada.address);
  assert.equal(newest.userAgent, ada.userAgent);
  assert.equal(newest.traceId, crm.traceId);
  assert.deepEqual(newest.createdAt, later(crm, 1).clock.now());
  assert.ok(!('username' in newest));
});

const filters: { filter: ListAuditInput; expected: string[] }[] = [
  { filter: { resource: 'products/1' }, expected: [all[1] ?? '', all[3] ?? ''] },
  { filter: { resource: 'products' }, expected: [] },
  { filter: { action: 'products.update' }, expected: all.slice(0, 2) },
  { filter: { actor: 'Ada' }, expected: all.filter((line) => line.startsWith('Ada')) },
  { filter: { actor: ' aDA ' }, expected: all.filter((line) => line.startsWith('Ada')) },
  { filter: { actor: 'service:sweeper' }, expected: all.slice(2, 3) },
  { filter: { actor: 'nobody' }, expected: [] },
  { filter: { actor: '' }, expected: all },
  { filter: { actor: 'ada', action: 'products.add', resource: 'products/1' }, expected: all.slice(3) },
  { filter: { offset: 3 }, expected: all.slice(3) },
];
for (const { filter, expected } of filters) {
  test(`filters by ${JSON.stringify(filter)}`, async () => assert.deepEqual(await seen(filter), expected));
}

test('pages without losing or repeating an entry of the same instant', async () => {
  for (const limit of [1, 2, 3, 4]) {
    const lines: string[] = [];
    let next: string | undefined;
    do {
      const page = await listAudit(crm, { limit, after: next });
      lines.push(
        ...page.entries.map(({ actor, actionName, resourceName }) => `${actor} ${actionName} ${resourceName}`),
      );
      next = page.next;
    } while (next !== undefined);
    assert.deepEqual(lines, all, `${limit} on a page`);
  }
});

test('refuses a cursor that is none of this list', async () => {
  for (const cursor of ['nonsense', Buffer.from('["audit","yesterday",1]').toString('base64url')])
    await assert.rejects(listAudit(crm, { after: cursor }), refusal('Invalid', 'paging.cursor_invalid', 'after'));
});

test('what another service recorded as plain text is shown as it is', async () => {
  const entry = { id: uuidV7(), actor: 'service:old', actionName: 'legacy', oldValue: 'was {', newValue: '3' };
  await owner
    .insertInto('auditLogs')
    .values({ ...entry, createdAt: crm.clock.now() })
    .execute();
  const { entries } = await listAudit(crm, { actor: 'service:old' });
  assert.deepEqual([entries[0]?.before, entries[0]?.after, entries[0]?.resourceName], ['was {', 3, null]);
});

test('one entry is told by its id, and one that there is not is not found', async () => {
  const { entries } = await listAudit(crm, { resource: 'products/11' });
  const [newest] = entries;
  assert.deepEqual(await getAuditEntry(crm, { id: newest?.id ?? '' }), newest);
  await assert.rejects(getAuditEntry(crm, { id: uuidV7() }), refusal('NotFound', 'security.audit_not_found'));
});

test('what was written down in one trace is told oldest first, and nothing of another', async () => {
  const traceId = '5'.repeat(32);
  const working = { ...crm, actor: ada, traceId };
  await recordAudit(working, { action: 'products.update', resource: 'products/2', before: { price: 1 }, after: null });
  await recordAudit(later(working, 1), { action: 'products.stock', resource: 'products/2', before: null, after: {} });
  await recordSecurityEvent(working, {
    attackType: 'message_tampering',
    severity: 'high',
    endpoint: 'POST /api/integrations/events',
    details: 'known id, other content',
  });
  const { audit, events } = await listTraceTrail(crm, { traceId });
  assert.deepEqual(
    audit.map(({ actor, actionName }) => [actor, actionName]),
    [
      ['Ada', 'products.update'],
      ['Ada', 'products.stock'],
    ],
  );
  assert.deepEqual(
    events.map(({ attackType, severity }) => [attackType, severity]),
    [['message_tampering', 'high']],
  );
  assert.deepEqual(await listTraceTrail(crm, { traceId: '6'.repeat(32) }), { audit: [], events: [] });
});

test('counts all that was written down, and what is younger than a day', async () => {
  const dayMs = 24 * 60 * 60 * 1000;
  const before = await countTrail(crm);
  assert.deepEqual([before.events, before.eventsLastDay], [1, 1]);
  assert.equal(before.audit, before.auditLastDay);
  const tomorrow = await countTrail(later(crm, dayMs + 2000));
  assert.deepEqual(tomorrow, { ...before, auditLastDay: 0, eventsLastDay: 0 });
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as contract from '@octo/contracts/crm/admin.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { addPerson, clientOf, openSession, type StaffClient, signedInAs } from '../testing/sign-in.ts';
import { createTestCrm } from '../testing/test-crm.ts';

const t = await createTestCrm();
after(() => t[Symbol.asyncDispose]());
const { app, owner } = t;
let admin: StaffClient;
let manager: StaffClient;
before(async () => {
  admin = await signedInAs(t, 'admin');
  manager = await signedInAs(t, 'manager');
});

const users = '/api/admin/users';
const audit = '/api/admin/audit-logs';
const notFound = { status: 404, code: 'identity.user_not_found', field: 'id' };

async function listUsers(query = '') {
  return expectContract(contract.listUsers, 200, await admin.get(`${users}?${query}`));
}

async function listAudit(query: string): Promise<{ audit_logs: contract.AuditEntry[]; next?: string }> {
  return expectContract(contract.listAuditLogs, 200, await manager.get(`${audit}?${query}`));
}

test('shows who works here, page by page and by a part of the name', async () => {
  const everybody = await listUsers('limit=200');
  const names: string[] = everybody.users.map(({ username }: contract.User) => username);
  assert.ok(['admin', 'manager', 'support', 'viewer'].every((name) => names.includes(name)));
  assert.ok(!names.includes('buyer') && !names.includes('fleet'), 'customers do not work here');
  const first = await listUsers('limit=3');
  const second = await listUsers(`limit=3&after=${first.next}`);
  assert.deepEqual([...first.users, ...second.users], everybody.users.slice(0, 6));
  assert.deepEqual((await listUsers('limit=3&offset=3')).users, second.users);
  const { users: found } = await listUsers(`search=${admin.username.toUpperCase()}`);
  assert.equal(found.length, 1);
  assert.deepEqual([found[0].id, found[0].role, found[0].open_sessions], [admin.userId, 'admin', 1]);
  assert.ok(!JSON.stringify(everybody).includes('argon2'));
});

test('gives and takes roles, and the person’s next request is judged by them', async () => {
  const { userId } = await addPerson(t);
  const client = clientOf(app, await openSession(t, userId));
  expectProblem(await client.get(audit), { status: 401, code: 'identity.session_ended' });
  const change = async (role: string | null) => {
    const answer = await admin.patch(`${users}/${userId}/role`, { role });
    assert.equal(expectContract(contract.changeRole, 200, answer).user.role, role);
  };
  await change('viewer');
  expectProblem(await client.get(audit), { status: 403, code: 'identity.not_allowed' });
  await change('manager');
  assert.equal((await client.get(audit)).statusCode, 200);
  await change(null);
  expectProblem(await client.get(audit), { status: 401, code: 'identity.session_ended' });
  const { audit_logs: entries } = await listAudit(`resource=users/${userId}&action=users.change_role`);
  assert.deepEqual(
    entries.map(({ actor, old_value, new_value }) => [actor, old_value, new_value]),
    [
      [admin.username, { role: 'manager' }, { role: null }],
      [admin.username, { role: 'viewer' }, { role: 'manager' }],
      [admin.username, { role: null }, { role: 'viewer' }],
    ],
  );
});

test('keeps a person out and lets them in again', async () => {
  const clerk = await signedInAs(t, 'support');
  const url = `${users}/${clerk.userId}`;
  const shut = expectContract(contract.changeUser, 200, await admin.patch(url, { is_active: false }));
  assert.deepEqual([shut.user.is_active, shut.user.open_sessions], [false, 0]);
  expectProblem(await clerk.get('/api/version'), { status: 401, code: 'identity.session_ended' });
  const open = expectContract(contract.changeUser, 200, await admin.patch(url, { is_active: true }));
  assert.equal(open.user.is_active, true);
});

test('ends every session of a person', async () => {
  const clerk = await signedInAs(t, 'support');
  const url = `${users}/${clerk.userId}/logout-everywhere`;
  const answer = expectContract(contract.endSessions, 200, await admin.post(url));
  assert.deepEqual(answer, { status: 'signed_out', sessions: 1 });
  expectProblem(await clerk.get('/api/version'), { status: 401, code: 'identity.session_ended' });
  assert.equal(expectContract(contract.endSessions, 200, await admin.post(url)).sessions, 0);
});

test('nobody changes their own role or keeps out themselves', async () => {
  const own = `${users}/${admin.userId}`;
  expectProblem(await admin.patch(`${own}/role`, { role: 'viewer' }), { status: 409, code: 'identity.own_role' });
  expectProblem(await admin.patch(own, { is_active: false }), { status: 409, code: 'identity.own_account' });
  assert.equal((await admin.get(users)).statusCode, 200);
});

test('two administrators who take the role from each other at once: one is told that it is the last', async () => {
  const others = await owner.selectFrom('staffRoles').where('role', '=', 'admin').selectAll().execute();
  await owner.deleteFrom('staffRoles').where('role', '=', 'admin').execute();
  const [one, other] = [await signedInAs(t, 'admin'), await signedInAs(t, 'admin')];
  const answers = await Promise.all([
    one.patch(`${users}/${other.userId}/role`, { role: null }),
    other.patch(`${users}/${one.userId}/role`, { role: 'viewer' }),
  ]);
  const left = await owner.selectFrom('staffRoles').where('role', '=', 'admin').select('userId').execute();
  assert.equal(left.length, 1);
  assert.equal(answers.filter(({ statusCode }) => statusCode === 200).length, 1);
  // Who comes after the other's change is either no administrator any more, or finds the other the last one.
  const [refused] = answers.filter(({ statusCode }) => statusCode !== 200);
  assert.ok(
    refused && ['identity.last_admin', 'identity.not_allowed', 'identity.session_ended'].includes(refused.json().code),
  );
  await owner.insertInto('staffRoles').values(others).execute();
});

test('somebody whom there is not is not found', async () => {
  expectProblem(await admin.patch(`${users}/999999999/role`, { role: 'viewer' }), notFound);
  expectProblem(await admin.patch(`${users}/999999999`, { is_active: true }), notFound);
  expectProblem(await admin.post(`${users}/999999999/logout-everywhere`), notFound);
});

const bad = [
  { url: `${users}/1/role`, payload: {}, field: 'role' },
  { url: `${users}/1/role`, payload: { role: 'root' }, field: 'role' },
  { url: `${users}/1/role`, payload: { role: 'chaos_operator' }, field: 'role' },
  { url: `${users}/1/role`, payload: { role: ['admin'] }, field: 'role' },
  { url: `${users}/0/role`, payload: { role: 'viewer' }, field: 'id' },
  { url: `${users}/x/role`, payload: { role: 'viewer' }, field: 'id' },
  { url: `${users}/9007199254740993/role`, payload: { role: 'viewer' }, field: 'id' },
  { url: `${users}/1`, payload: {}, field: 'is_active' },
  { url: `${users}/1`, payload: { is_active: 'false' }, field: 'is_active' },
  { url: `${users}/1`, payload: { is_active: 0 }, field: 'is_active' },
  { url: `${users}/1`, payload: { is_active: null }, field: 'is_active' },
];
for (const { url, payload, field } of bad) {
  test(`refuses to change ${url} to ${JSON.stringify(payload)}`, async () => {
    expectProblem(await admin.patch(url, payload), { status: 400, code: 'http.invalid', field });
  });
}

const badQueries = [
  { url: `${users}?limit=0`, field: 'limit' },
  { url: `${users}?limit=201`, field: 'limit' },
  { url: `${users}?offset=-1`, field: 'offset' },
  { url: `${users}?offset=10001`, field: 'offset' },
  { url: `${users}?after=*`, field: 'after' },
  { url: `${users}?after=bm9uc2Vuc2U`, field: 'after' },
  { url: `${users}?search=${'a'.repeat(101)}`, field: 'search' },
  { url: `${users}?search=%00`, field: 'search' },
  { url: `${audit}?limit=many`, field: 'limit' },
  { url: `${audit}?after=bm9uc2Vuc2U`, field: 'after' },
  { url: `${audit}?resource=${'a'.repeat(201)}`, field: 'resource' },
  { url: `${audit}?actor=%00`, field: 'actor' },
  { url: '/api/products/x/history', field: 'id' },
  { url: '/api/products/1/history?after=bm9uc2Vuc2U', field: 'after' },
];
for (const { url, field } of badQueries) {
  test(`refuses ${url.slice(0, 60)}`, async () => {
    expectProblem(await admin.get(url), { status: 400, code: /^(http\.invalid|paging\.cursor_invalid)$/, field });
  });
}

test('the audit shows who changed what, from where and in which trace, by each filter and page by page', async () => {
  const clerk = await signedInAs(t, 'support');
  const headers = { cookie: admin.cookie, 'x-forwarded-for': '203.0.113.8', 'user-agent': 'a browser' };
  const url = `${users}/${clerk.userId}`;
  const answer = await app.inject({ method: 'PATCH', url, headers, payload: { is_active: false } });
  const { audit_logs: entries, next } = await listAudit(
    `resource=users/${clerk.userId}&actor=${admin.username}&limit=1`,
  );
  assert.equal(entries.length, 1);
  const older = await listAudit(`resource=users/${clerk.userId}&limit=1&after=${next}`);
  const [update] = [...entries, ...older.audit_logs].filter(({ action }) => action === 'users.update');
  assert.deepEqual(update, {
    id: update?.id,
    actor: admin.username,
    action: 'users.update',
    resource: `users/${clerk.userId}`,
    old_value: { is_active: true },
    new_value: { is_active: false },
    ip_address: '203.0.113.8',
    user_agent: 'a browser',
    trace_id: answer.headers['x-trace-id'],
    created_at: update?.created_at,
  });
  assert.deepEqual((await listAudit('actor=nobody-at-all')).audit_logs, []);
  assert.deepEqual((await listAudit('action=no.such.action')).audit_logs, []);
});

test('a product has the history of its own changes; one that was never changed has none', async () => {
  const shown = await manager.get('/api/products/1');
  const { version, name } = shown.json().product;
  const changed = await manager.patch('/api/products/1', { version, name: `${name} II` });
  assert.equal(changed.statusCode, 200, changed.payload);
  const viewer = await signedInAs(t, 'viewer');
  const { history } = expectContract(contract.listProductHistory, 200, await viewer.get('/api/products/1/history'));
  assert.deepEqual(
    history.map(({ actor, old_value, new_value }: contract.AuditEntry) => [actor, old_value, new_value]),
    [[manager.username, { name }, { name: `${name} II` }]],
  );
  assert.deepEqual([history[0]?.ip_address, history[0]?.user_agent], [null, null], 'where from is for the audit alone');
  const other = expectContract(contract.listProductHistory, 200, await viewer.get('/api/products/2/history'));
  assert.deepEqual(other, { history: [] });
});

test('who is not signed in, or may not administer, gets nothing and changes nothing', async () => {
  const requests = [
    { method: 'GET', url: users },
    { method: 'PATCH', url: `${users}/${manager.userId}/role`, payload: { role: 'admin' } },
    { method: 'PATCH', url: `${users}/${manager.userId}`, payload: { is_active: false } },
    { method: 'POST', url: `${users}/${manager.userId}/logout-everywhere` },
  ] as const;
  for (const request of requests) {
    expectProblem(await app.inject(request), { status: 401, code: 'identity.not_signed_in' });
    const { cookie } = manager;
    expectProblem(await app.inject({ ...request, headers: { cookie } }), { status: 403, code: 'identity.not_allowed' });
  }
  const { users: found } = await listUsers(`search=${manager.username}`);
  assert.deepEqual([found[0].role, found[0].is_active, found[0].open_sessions], ['manager', true, 1]);
});

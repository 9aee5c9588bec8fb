import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as contract from '@octo/contracts/crm/auth.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { addAccount, cookieOf, logIn, password } from '../testing/password-account.ts';
import { clientOf, signedInAs } from '../testing/sign-in.ts';
import { createTestCrm } from '../testing/test-crm.ts';

const t = await createTestCrm();
after(() => t[Symbol.asyncDispose]());
const { app, owner } = t;

const wrong = { status: 401, code: 'identity.wrong_credentials' };
const anonymous = { authenticated: false };

async function session(cookie?: string) {
  const answer = await app.inject({ url: '/api/auth/session', headers: cookie === undefined ? {} : { cookie } });
  return expectContract(contract.getSession, 200, answer);
}

test('signing in answers who it is, and the cookie opens what the role may see', async () => {
  const { userId, username } = await addAccount(t, 'support');
  const answer = await logIn(app, { username: username.toUpperCase() });
  const body = expectContract(contract.signIn, 200, answer);
  assert.deepEqual(body, { status: 'success', user: { id: userId, username, role: 'support' } });
  const { expires_at, permissions, ...rest } = await session(cookieOf(answer));
  assert.deepEqual(rest, { authenticated: true, user_id: userId, username, role: 'support' });
  assert.ok(permissions.includes('orders.manage') && !permissions.includes('orders.cancel'));
  assert.ok(new Date(expires_at) > new Date());
  assert.equal((await clientOf(app, cookieOf(answer)).get('/api/version')).statusCode, 200);
});

test('the cookie is out of reach of scripts and other sites, and lives as long as a session may', async () => {
  const { username } = await addAccount(t, 'viewer');
  const cookie = String((await logIn(app, { username })).headers['set-cookie']);
  assert.match(cookie, /^octo_crm=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
  const proxied = await logIn(app, { username }, { 'x-forwarded-proto': 'https' });
  assert.match(String(proxied.headers['set-cookie']), /; Secure/);
});

test('behind a public domain the cookie belongs to this host alone', async () => {
  await using published = await createTestCrm({ env: { DNS_DOMAIN: 'example.com' }, database: t.database });
  const { username } = await addAccount(published, 'viewer');
  const origin = 'https://crm.example.com';
  const answer = await logIn(published.app, { username }, { origin });
  assert.match(
    String(answer.headers['set-cookie']),
    /^__Host-octo_crm=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  const client = clientOf(published.app, cookieOf(answer));
  assert.equal((await client.get('/api/auth/session')).json().authenticated, true);
  const unprefixed = clientOf(published.app, cookieOf(answer).replace('__Host-', ''));
  assert.equal((await unprefixed.get('/api/auth/session')).json().authenticated, false);
  expectProblem(await logIn(published.app, { username }, { origin: 'https://shop.example.com' }), {
    status: 403,
    code: 'http.foreign_origin',
    field: 'Origin',
  });
});

test('a wrong password, an unknown name and somebody who does not work here get the same answer and no cookie', async () => {
  const { username } = await addAccount(t, 'viewer');
  const buyer = await addAccount(t);
  const messages = new Set<string>();
  for (const credentials of [
    { username, password: 'wrong' },
    { username: 'nobody-at-all', password },
    { username: buyer.username, password },
  ]) {
    const answer = await logIn(app, credentials);
    expectProblem(answer, wrong);
    assert.equal(answer.headers['set-cookie'], undefined);
    messages.add(answer.json().message);
  }
  assert.equal(messages.size, 1);
});

const bad = [
  { what: 'nothing', payload: {}, field: 'username' },
  { what: 'no password', payload: { username: 'ada' }, field: 'password' },
  { what: 'an empty name', payload: { username: '', password }, field: 'username' },
  { what: 'an empty password', payload: { username: 'ada', password: '' }, field: 'password' },
  { what: 'a name that is no text', payload: { username: { $ne: null }, password }, field: 'username' },
  { what: 'a list of passwords', payload: { username: 'ada', password: ['a', 'b'] }, field: 'password' },
  { what: 'a name without end', payload: { username: 'a'.repeat(201), password }, field: 'username' },
  { what: 'a password without end', payload: { username: 'ada', password: 'a'.repeat(201) }, field: 'password' },
  { what: 'a line break in the name', payload: { username: 'ada\nadmin', password }, field: 'username' },
  { what: 'NUL in the password', payload: { username: 'ada', password: 'a\u0000' }, field: 'password' },
  { what: 'half a character', payload: { username: 'ada\ud800', password }, field: 'username' },
];
for (const { what, payload, field } of bad) {
  test(`refuses to sign in with ${what}`, async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/auth/login', payload });
    expectProblem(answer, { status: 400, code: 'http.invalid', field });
  });
}

test('takes JSON alone: what a form of any page can send is not read', async () => {
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
    const headers = { 'content-type': type };
    const answer = await app.inject({
      method: 'POST',
      url: '/api/auth/login',
      headers,
      payload: 'username=a&password=b',
    });
    assert.equal(answer.statusCode, 415, type);
  }
});

test('no page of another site can sign somebody in, out or out everywhere', async () => {
  const { username } = await addAccount(t, 'viewer');
  const client = await signedInAs(t, 'viewer');
  const foreign = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:80.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];
  const refused = { status: 403, code: 'http.foreign_origin', field: 'Origin' };
  for (const headers of foreign) {
    const answer = await logIn(app, { username }, headers);
    expectProblem(answer, refused);
    assert.equal(answer.headers['set-cookie'], undefined);
    for (const url of ['/api/auth/logout', '/api/auth/logout-everywhere']) {
      const payload = {};
      expectProblem(await app.inject({ method: 'POST', url, headers, payload }), refused);
      const withCookie = { ...headers, cookie: client.cookie };
      expectProblem(await app.inject({ method: 'POST', url, headers: withCookie, payload }), refused);
    }
  }
  assert.equal((await session(client.cookie)).authenticated, true);
  const ours = { host: 'crm.local:8081', origin: 'http://crm.local:8081', 'sec-fetch-site': 'same-origin' };
  assert.equal((await logIn(app, { username }, ours)).statusCode, 200);
});

test('nobody is signed in without a cookie, or with one that is none of ours', async () => {
  const good = (await signedInAs(t, 'viewer')).cookie;
  const cookies = [
    undefined,
    '',
    'octo_crm=',
    'octo_crm=short',
    `octo_crm=${'A'.repeat(43)}`,
    good.slice(0, -1),
    `${good}A`,
    good.replace('octo_crm', 'octo_shop'),
    'octo_crm=%E0%A4%A',
    "octo_crm=' or 1=1 --",
  ];
  for (const cookie of cookies) assert.deepEqual(await session(cookie), anonymous, String(cookie));
});

test('signing out ends the session and clears the cookie; once more is no failure', async () => {
  const client = await signedInAs(t, 'admin');
  for (let time = 0; time < 2; time += 1) {
    const answer = await client.post('/api/auth/logout');
    assert.deepEqual(expectContract(contract.signOut, 200, answer), { status: 'signed_out' });
    assert.match(String(answer.headers['set-cookie']), /^octo_crm=; .*Expires=Thu, 01 Jan 1970/);
    assert.deepEqual(await session(client.cookie), anonymous);
  }
  const nobody = await app.inject({ method: 'POST', url: '/api/auth/logout' });
  expectContract(contract.signOut, 200, nobody);
});

test('signing out everywhere ends every session of this person and says how many', async () => {
  const { username } = await addAccount(t, 'viewer');
  const cookies = [cookieOf(await logIn(app, { username })), cookieOf(await logIn(app, { username }))];
  const bystander = await signedInAs(t, 'viewer');
  const answer = await clientOf(app, cookies[0] ?? '').post('/api/auth/logout-everywhere');
  assert.deepEqual(expectContract(contract.signOutEverywhere, 200, answer), { status: 'signed_out', sessions: 2 });
  assert.match(String(answer.headers['set-cookie']), /^octo_crm=; /);
  for (const cookie of cookies) assert.deepEqual(await session(cookie), anonymous);
  assert.equal((await session(bystander.cookie)).authenticated, true);
  const nobody = await app.inject({ method: 'POST', url: '/api/auth/logout-everywhere' });
  expectProblem(nobody, { status: 401, code: 'identity.not_signed_in' });
});

test('signing in again ends the session that this browser had', async () => {
  const before = await signedInAs(t, 'admin');
  const { username } = await addAccount(t, 'viewer');
  const answer = await logIn(app, { username }, { cookie: before.cookie });
  assert.equal(answer.statusCode, 200);
  assert.deepEqual(await session(before.cookie), anonymous);
  assert.equal((await session(cookieOf(answer))).username, username);
});

test('a refused attempt leaves the session that this browser has', async () => {
  const before = await signedInAs(t, 'admin');
  const answer = await logIn(app, { username: before.username, password: 'wrong' }, { cookie: before.cookie });
  expectProblem(answer, wrong);
  assert.equal((await session(before.cookie)).authenticated, true);
});

test('an address that no proxy of ours could have told lets in all the same, and stands nowhere', async () => {
  const { userId, username } = await addAccount(t, 'viewer');
  assert.equal((await logIn(app, { username }, { 'x-forwarded-for': 'x'.repeat(100) })).statusCode, 200);
  const entries = owner.selectFrom('auditLogs').where('userId', '=', userId).select('ipAddress');
  assert.deepEqual(await entries.execute(), [{ ipAddress: '127.0.0.1' }]);
});

test('who signed in, and from where, stands in the audit', async () => {
  const { userId, username } = await addAccount(t, 'viewer');
  await logIn(app, { username }, { 'x-forwarded-for': '203.0.113.77', 'user-agent': 'a browser' });
  const entry = await owner
    .selectFrom('auditLogs')
    .where('userId', '=', userId)
    .select(['actor', 'actionName', 'ipAddress', 'userAgent'])
    .executeTakeFirst();
  assert.deepEqual(entry, {
    actor: `user:${userId}`,
    actionName: 'users.sign_in',
    ipAddress: '203.0.113.77',
    userAgent: 'a browser',
  });
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { recordSpans } from '@octo/platform/testing/record-spans.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { addAccount, cookieOf, logIn, password } from './testing/password-account.ts';
import { clientOf } from './testing/sign-in.ts';
import { createTestCrm } from './testing/test-crm.ts';

const spans = recordSpans();
const lines: string[] = [];
const service = { name: 'crm', namespace: 'octo', version: '1.2.3' };
const logger = createLogger(service, 'debug', { write: (line) => void lines.push(line) });
const t = await createTestCrm({ overrides: { logger } });
after(() => t[Symbol.asyncDispose]());

test('signing in, failing to and being locked out leave no name, password, token or key in any span or log line', async () => {
  const { username } = await addAccount(t, 'admin');
  const cookie = cookieOf(await logIn(t.app, { username }));
  const client = clientOf(t.app, cookie);
  assert.equal((await client.get(`/api/admin/users?search=${username}`)).statusCode, 200);
  assert.equal((await client.get(`/api/admin/audit-logs?actor=${username}`)).statusCode, 200);
  const wrongPassword = 'tried-this-one';
  for (let attempt = 0; attempt < 7; attempt += 1) await logIn(t.app, { username, password: wrongPassword });
  await logIn(t.app, { username: 'typed-password-as-name' });
  await t.app.inject({ url: '/api/integrations/schema', headers: { [internalKeyHeader]: 'a-wrong-internal-key' } });
  await t.app.inject({ url: '/api/integrations/schema', headers: { [internalKeyHeader]: serviceKey } });
  await client.post('/api/auth/logout');

  const told =
    lines.join('\n') +
    JSON.stringify(spans.all().map(({ name, attributes, events, status }) => [name, attributes, events, status]));
  assert.match(told, /identity\.sign_in/, 'there is something to look at');
  assert.match(told, /POST \/api\/auth\/login 429/);
  const token = cookie.split('=')[1] ?? '';
  const kept = await t.owner
    .selectFrom('users')
    .where('username', '=', username)
    .select(['email', 'passwordHash'])
    .executeTakeFirstOrThrow();
  const secrets = [
    username,
    kept.email,
    kept.passwordHash,
    password,
    wrongPassword,
    token,
    'typed-password-as-name',
    serviceKey,
    'a-wrong-internal-key',
  ];
  for (const secret of secrets) assert.ok(secret.length > 5 && !told.includes(secret), secret);
});

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openInsight } from '@octo/platform/database/insight/open-insight.ts';
import { type PreparedServer, startPreparedServer } from './testing/prepared-server.ts';
import { withDatabase, withLogin } from './urls.ts';

describe('preparing a database to be watched', () => {
  let server: PreparedServer;
  before(async () => {
    server = await startPreparedServer();
  });
  after(() => server[Symbol.asyncDispose]());

  const asSuperuser = async (database: string, ...statements: string[]) => {
    for (const statement of statements) await server.ask(withDatabase(server.url, database), statement);
  };
  const tenantUrl = () => withLogin(withDatabase(server.url, 'rented'), 'tenant', 'tenant');

  test('gives what an older release had not: the role, its password, and what it looks at', async () => {
    const { urls } = await server.prepare();
    const file = join(server.room, 'roles', 'database.json');
    const { passwords } = JSON.parse(await readFile(file, 'utf8'));
    const { octo_insight: _, ...older } = passwords;
    await writeFile(file, JSON.stringify({ passwords: older }));
    await asSuperuser('octo', 'drop function explain_statement(bigint)', 'drop extension pg_stat_statements');
    await asSuperuser('octo', 'drop owned by octo_insight', 'drop role octo_insight');
    const renewed = await server.prepare();
    assert.deepEqual({ ...renewed.urls, octo_insight: '' }, { ...urls, octo_insight: '' });
    assert.notEqual(renewed.urls.octo_insight, urls.octo_insight);
    await using insight = openInsight({ url: renewed.urls.octo_insight });
    assert.deepEqual(await insight.missing(), []);
    assert.deepEqual(await server.prepare(), renewed);
    assert.deepEqual(server.lines(), []);
  });

  test('goes on where the rights cannot be given, says which are missing, and heals when they come', async () => {
    await asSuperuser('postgres', 'revoke pg_monitor from octo_insight', "create role tenant login password 'tenant'");
    await asSuperuser('postgres', 'create database rented owner tenant');
    const { urls } = await server.prepare({ ownerUrl: tenantUrl() });
    assert.equal(await server.ask(urls.octo_shop, 'select count(*)::int as answer from products'), 52);
    await using insight = openInsight({ url: urls.octo_insight });
    const missing = async () => (await insight.missing()).join('\n');
    assert.match(await missing(), /create extension pg_stat_statements.*\n.*grant pg_monitor to octo_insight/);
    await asSuperuser('rented', 'create extension pg_stat_statements', 'grant pg_monitor to octo_insight');
    assert.match(await missing(), /^The function explain_statement is missing.*npm run db:migrate/);
    await server.prepare({ ownerUrl: tenantUrl() });
    assert.match(await missing(), /^The owner of the tables .* grant pg_read_all_stats to it\.$/);
    await assert.rejects(insight.planOf({ statementId: '1' }), { kind: 'Forbidden', message: /pg_read_all_stats/ });
    await asSuperuser('postgres', 'grant pg_read_all_stats to tenant');
    assert.equal(await missing(), '');
  });

  test('goes on where the role cannot be made, and makes it when somebody may', async () => {
    for (const database of ['octo', 'rented']) await asSuperuser(database, 'drop owned by octo_insight');
    await asSuperuser('postgres', 'drop role octo_insight');
    const { urls } = await server.prepare({ ownerUrl: tenantUrl() });
    assert.equal(await server.ask(urls.octo_shop, 'select current_user as answer'), 'octo_shop');
    await using insight = openInsight({ url: urls.octo_insight });
    await assert.rejects(insight.missing(), { kind: 'Unavailable', code: 'database.unavailable' });
    const { urls: made } = await server.prepare();
    await using there = openInsight({ url: made.octo_insight });
    assert.deepEqual(await there.missing(), []);
  });

  test('works for services that share one sign-in', async () => {
    await asSuperuser('postgres', "create role shared login password 'shared'");
    const serviceUrl = withLogin(withDatabase(server.url, 'octo'), 'shared', 'shared');
    const { urls } = await server.prepare({ serviceUrl });
    await using insight = openInsight({ url: urls.octo_insight });
    assert.deepEqual(await insight.missing(), []);
    assert.deepEqual(await insight.liveSessions({ limit: 10 }), []);
    await assert.rejects(server.ask(urls.octo_insight, 'select 1 from orders'), { code: '42501' });
  });
});

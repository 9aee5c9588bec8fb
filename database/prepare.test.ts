import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@octo/platform/embedded-postgres/start.ts';
import { serviceRoles } from './grants.ts';
import { migrations } from './migrations/index.ts';
import { connect } from './owner-connection.ts';
import { prepareDatabase } from './prepare.ts';
import { withDatabase, withLogin } from './urls.ts';

// Roles belong to a whole server, so these tests have one of their own.
describe('preparing a database', () => {
  let room: string;
  let server: EmbeddedPostgres;
  let lines: string[];

  before(async () => {
    room = await mkdtemp(join(tmpdir(), 'octo-prepare-'));
    server = await startEmbeddedPostgres({ dataDir: join(room, 'data'), password: 'superuser', durable: false });
  });
  after(async () => {
    await server.stop();
    await rm(room, { recursive: true, force: true });
  });

  function prepare(change: { ownerUrl?: string; serviceUrl?: string; roleDir?: string } = {}) {
    lines = [];
    return prepareDatabase({
      ownerUrl: server.url,
      roleDir: join(room, 'roles'),
      credentialsFile: join(room, 'credentials.json'),
      onProgress: (line) => lines.push(line),
      ...change,
    });
  }
  async function ask(url: string, sql: string): Promise<unknown> {
    const client = await connect(url);
    try {
      const { rows } = await client.query<{ answer: unknown }>(sql);
      return rows[0]?.answer;
    } finally {
      await client.end();
    }
  }

  test('makes everything once, also when two begin at the same time', async () => {
    const [first, second] = await Promise.all([prepare(), prepare()]);
    assert.deepEqual(first, second);
    const migrated = `${Object.keys(migrations).length} migrations`;
    assert.deepEqual(lines, [
      `Prepared the database: ${migrated}, rights for each service, 52 products and 600 orders.`,
    ]);
    for (const role of serviceRoles) {
      assert.equal(await ask(first.urls[role], 'select current_user as answer'), role);
    }
    assert.equal(await ask(first.urls.octo_shop, 'select count(*)::int as answer from products'), 52);
    assert.equal(
      await ask(first.urls.octo_shop, "select tableowner as answer from pg_tables where tablename = 'orders'"),
      'octo_owner',
    );
    assert.equal((await stat(join(room, 'credentials.json'))).mode & 0o777, 0o600);
    assert.equal((await stat(join(room, 'roles', 'database.json'))).mode & 0o777, 0o600);
  });

  test('has nothing to do the second time, and gives the same URLs', async () => {
    const first = await prepare();
    const credentials = await readFile(join(room, 'credentials.json'), 'utf8');
    assert.deepEqual(await prepare(), first);
    assert.deepEqual(lines, []);
    assert.equal(await readFile(join(room, 'credentials.json'), 'utf8'), credentials);
  });

  test('gives the roles new passwords when the file with the old ones is lost', async () => {
    const old = await prepare();
    await rm(join(room, 'roles', 'database.json'));
    const renewed = await prepare();
    assert.notEqual(renewed.urls.octo_crm, old.urls.octo_crm);
    assert.match(
      lines.join('\n'),
      /^Gave octo_shop, .* new passwords: another installation .* can no longer sign in\.$/,
    );
    assert.equal(await ask(renewed.urls.octo_crm, 'select current_user as answer'), 'octo_crm');
    await assert.rejects(connect(old.urls.octo_crm), { code: '28P01' });
  });

  test('lets an existing sign-in act as each service role, and as nothing more', async () => {
    await ask(server.url, "create role tenant login password 'tenant'");
    const serviceUrl = withLogin(withDatabase(server.url, 'octo'), 'tenant', 'tenant');
    const { urls } = await prepare({ serviceUrl });
    assert.equal(
      await ask(urls.octo_shop, "select session_user || ' as ' || current_user as answer"),
      'tenant as octo_shop',
    );
    await assert.rejects(ask(urls.octo_shop, 'update products set price = 0'), { code: '42501' });
    await assert.rejects(ask(urls.octo_query, 'select 1 from orders'), { code: '42501' });
    assert.equal(await ask(urls.octo_query, 'select count(*)::int as answer from query_orders'), 600);
  });

  test('works in an existing database for an owner who is no superuser', async () => {
    await ask(server.url, "create role landlord login createrole password 'landlord'");
    await ask(server.url, 'create database existing owner landlord');
    // Roles of this server were made by another owner: the landlord may use them but not change them.
    const ownerUrl = withLogin(withDatabase(server.url, 'existing'), 'landlord', 'landlord');
    const { urls } = await prepare({ ownerUrl });
    assert.equal(await ask(urls.octo_crm, 'select count(*)::int as answer from products'), 52);
    assert.equal(
      await ask(ownerUrl, "select tableowner as answer from pg_tables where tablename = 'orders'"),
      'landlord',
    );
  });

  test('says what the owner lacks when it may not change the roles', async () => {
    await ask(server.url, "create role lodger login password 'lodger'");
    await ask(server.url, 'create database lodging owner lodger');
    const ownerUrl = withLogin(withDatabase(server.url, 'lodging'), 'lodger', 'lodger');
    await assert.rejects(prepare({ ownerUrl, roleDir: join(room, 'other-roles') }), /may not alter the role octo_shop/);
  });

  test('leaves its tables empty when asked not to seed', async () => {
    await ask(server.url, 'create database bare owner octo_owner');
    const { urls } = await prepareDatabase({
      ownerUrl: withDatabase(server.url, 'bare'),
      roleDir: join(room, 'roles'),
      credentialsFile: join(room, 'unwritten.json'),
      onProgress: () => {},
      seed: false,
    });
    assert.equal(await ask(urls.octo_shop, 'select count(*)::int as answer from products'), 0);
    await assert.rejects(stat(join(room, 'unwritten.json')), { code: 'ENOENT' });
  });
});

import assert from 'node:assert/strict';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serviceRoles } from './grants.ts';
import { migrations } from './migrations/index.ts';
import { connect } from './owner-connection.ts';
import { type PreparedServer, startPreparedServer } from './testing/prepared-server.ts';
import { withDatabase, withLogin } from './urls.ts';

// Roles belong to a whole server, so these tests have one of their own.
describe('preparing a database', () => {
  let server: PreparedServer;
  before(async () => {
    server = await startPreparedServer();
  });
  after(() => server[Symbol.asyncDispose]());

  test('makes everything once, also when two begin at the same time', async () => {
    const [first, second] = await Promise.all([server.prepare(), server.prepare()]);
    assert.deepEqual(first, second);
    const migrated = `${Object.keys(migrations).length} migrations`;
    assert.deepEqual(server.lines(), [
      `Prepared the database: ${migrated}, rights for each service, 52 products and 600 orders.`,
    ]);
    for (const role of serviceRoles) {
      assert.equal(await server.ask(first.urls[role], 'select current_user as answer'), role);
    }
    assert.equal(await server.ask(first.urls.octo_shop, 'select count(*)::int as answer from products'), 52);
    assert.equal(
      await server.ask(first.urls.octo_shop, "select tableowner as answer from pg_tables where tablename = 'orders'"),
      'octo_owner',
    );
    assert.equal((await stat(join(server.room, 'credentials.json'))).mode & 0o777, 0o600);
    assert.equal((await stat(join(server.room, 'roles', 'database.json'))).mode & 0o777, 0o600);
  });

  test('has nothing to do the second time, and gives the same URLs', async () => {
    const first = await server.prepare();
    const credentials = await readFile(join(server.room, 'credentials.json'), 'utf8');
    assert.deepEqual(await server.prepare(), first);
    assert.deepEqual(server.lines(), []);
    assert.equal(await readFile(join(server.room, 'credentials.json'), 'utf8'), credentials);
  });

  test('gives the roles new passwords when the file with the old ones is lost', async () => {
    const old = await server.prepare();
    await rm(join(server.room, 'roles', 'database.json'));
    const renewed = await server.prepare();
    assert.notEqual(renewed.urls.octo_crm, old.urls.octo_crm);
    assert.match(
      server.lines().join('\n'),
      /^Gave octo_shop, .* new passwords: another installation .* can no longer sign in\.$/,
    );
    assert.equal(await server.ask(renewed.urls.octo_crm, 'select current_user as answer'), 'octo_crm');
    await assert.rejects(connect(old.urls.octo_crm), { code: '28P01' });
  });

  test('lets an existing sign-in act as each service role, and as nothing more', async () => {
    await server.ask(server.url, "create role tenant login password 'tenant'");
    const serviceUrl = withLogin(withDatabase(server.url, 'octo'), 'tenant', 'tenant');
    const { urls } = await server.prepare({ serviceUrl });
    assert.equal(
      await server.ask(urls.octo_shop, "select session_user || ' as ' || current_user as answer"),
      'tenant as octo_shop',
    );
    await assert.rejects(server.ask(urls.octo_shop, 'update products set price = 0'), { code: '42501' });
    await assert.rejects(server.ask(urls.octo_query, 'select 1 from orders'), { code: '42501' });
    assert.equal(await server.ask(urls.octo_query, 'select count(*)::int as answer from query_orders'), 600);
  });

  test('works in an existing database for an owner who is no superuser', async () => {
    await server.ask(server.url, "create role landlord login createrole password 'landlord'");
    await server.ask(server.url, 'create database existing owner landlord');
    // Roles of this server were made by another owner: the landlord may use them but not change them.
    const ownerUrl = withLogin(withDatabase(server.url, 'existing'), 'landlord', 'landlord');
    const { urls } = await server.prepare({ ownerUrl });
    assert.equal(await server.ask(urls.octo_crm, 'select count(*)::int as answer from products'), 52);
    assert.equal(
      await server.ask(ownerUrl, "select tableowner as answer from pg_tables where tablename = 'orders'"),
      'landlord',
    );
  });

  test('says what the owner lacks when it may not change the roles', async () => {
    await server.ask(server.url, "create role lodger login password 'lodger'");
    await server.ask(server.url, 'create database lodging owner lodger');
    const ownerUrl = withLogin(withDatabase(server.url, 'lodging'), 'lodger', 'lodger');
    await assert.rejects(
      server.prepare({ ownerUrl, roleDir: join(server.room, 'other-roles') }),
      /may not alter the role octo_shop/,
    );
  });

  test('leaves its tables empty when asked not to seed', async () => {
    await server.ask(server.url, 'create database bare owner octo_owner');
    const { urls } = await server.prepare({
      ownerUrl: withDatabase(server.url, 'bare'),
      credentialsFile: join(server.room, 'unwritten.json'),
      seed: false,
    });
    assert.equal(await server.ask(urls.octo_shop, 'select count(*)::int as answer from products'), 0);
    await assert.rejects(stat(join(server.room, 'unwritten.json')), { code: 'ENOENT' });
  });
});

import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { lintOracle } from '@octo/platform/database/engines/oracle/lint.ts';
import { oracleError } from '@octo/platform/database/engines/oracle/testing/oracle-error.ts';
import type { RecordingClient } from '@octo/platform/database/engines/oracle/testing/recording-client.ts';
import { recordSpans } from '@octo/platform/testing/record-spans.ts';
import { migrations } from '../migrations/index.ts';
import { isAcceptable } from './new-password.ts';
import { prepareOracle } from './prepare.ts';
import type { OraclePrepareInput } from './prepare-input.ts';
import { findOracleSignIns, writePasswordFiles } from './sign-ins.ts';
import { emptyDatabase, type PlayedDatabase, playDatabase } from './testing/played-database.ts';
import { allUsers, oracleUsers } from './users.ts';

const spans = recordSpans();

describe('preparing an Oracle database', () => {
  let room: string;
  let database: PlayedDatabase;
  let recording: RecordingClient;
  let lines: string[];
  const file = () => join(room, '.octo', 'oracle.json');

  beforeEach(async () => {
    room = await mkdtemp(join(tmpdir(), 'octo-oracle-'));
    database = emptyDatabase();
    database.schema.applied.push(...Object.keys(migrations));
  });
  afterEach(() => rm(room, { recursive: true, force: true }));

  function prepare(change: Partial<OraclePrepareInput> = {}, on = playDatabase(database)) {
    lines = [];
    recording = on;
    return prepareOracle({
      admin: {
        dsn: 'tcps://db.example.com:1522/octo_tp',
        user: 'ADMIN',
        credential: { password: 'Welcome123456' },
        wallet: undefined,
        schema: undefined,
      },
      signInsFile: file(),
      credentialsFile: join(room, 'credentials.json'),
      onProgress: (line) => lines.push(line),
      seed: false,
      client: recording.client,
      ...change,
    });
  }

  test('makes users, limits, rights, schema and first data in an empty database', async () => {
    database.schema.applied = [];
    const signIns = await prepare({ seed: true });
    const done = `${Object.keys(migrations).length} migrations, rights for each service, 52 products and 600 orders`;
    assert.deepEqual(lines, [
      `Prepared the database: limits for our users, users, the right to sign in, and to own tables, what the insight may read, limits for questions of people, ${done}.`,
    ]);
    assert.deepEqual(Object.keys(signIns.users), allUsers(oracleUsers()));
    assert.deepEqual(signIns, await findOracleSignIns(file()));
    assert.deepEqual([signIns.dsn, signIns.schema], ['tcps://db.example.com:1522/octo_tp', 'octo_owner']);
    assert.equal((await stat(file())).mode & 0o777, 0o600);
    for (const [user, { password }] of Object.entries(signIns.users)) {
      assert.equal(database.passwords.get(user.toUpperCase()), password);
      assert.ok(isAcceptable(password, user));
    }
  });

  test('makes tables as their owner, and users as the administrator', async () => {
    const { users } = await prepare();
    const pools = recording.calls.flatMap((call) => (call.call === 'createPool' ? [call.attributes] : []));
    assert.deepEqual(
      pools.map(({ user }) => user),
      ['ADMIN', 'octo_owner'],
    );
    assert.equal(pools[1]?.password, users.octo_owner?.password);
    assert.ok(
      recording.calls.every((call) => call.call !== 'set' || call.name !== 'currentSchema' || call.value === ''),
    );
  });

  test('changes nothing the second time', async () => {
    const first = await prepare({ seed: true });
    database.hasFirstData = true;
    const changes = [...database.changes];
    assert.deepEqual(await prepare({ seed: true }), first);
    assert.deepEqual(database.changes, changes);
    assert.deepEqual(lines, ['Everything was there already.']);
  });

  test('gives back what somebody changed by hand, and takes away what is too much', async () => {
    await prepare();
    database.changes = [];
    database.limits.set('IDLE_TIME', 'DEFAULT');
    database.profileOf.set('OCTO_CRM', 'DEFAULT');
    database.systemRights.delete('OCTO_QUERY CREATE SESSION');
    database.rights.add('OCTO_QUERY DELETE OCTO_OWNER.ORDERS');
    database.rights.delete('OCTO_SHOP UPDATE OCTO_OWNER.STOCK_LEVELS.QUANTITY');
    await prepare();
    assert.deepEqual(database.changes, [
      'alter profile octo_profile limit idle_time 60',
      'alter user octo_crm profile octo_profile',
      'grant create session to octo_query',
      'revoke delete on octo_owner.orders from octo_query',
      'grant update (quantity) on octo_owner.stock_levels to octo_shop',
    ]);
  });

  test('leaves the limits that somebody has given the group of the _low service, and adds the one that is missing', async () => {
    database.lowGroup = [300, 0];
    await prepare();
    assert.deepEqual(database.lowGroup, [300, 20_000]);
    database.lowGroup = [5, 1000];
    database.changes = [];
    await prepare();
    assert.deepEqual(database.changes, []);
  });

  test('gives a user whose password is lost or wrong another one, after one attempt to sign in', async () => {
    const first = await prepare();
    database.passwords.set('OCTO_SHOP', 'ChangedByHand1');
    const second = await prepare();
    assert.notEqual(second.users.octo_shop?.password, first.users.octo_shop?.password);
    assert.equal(second.users.octo_crm?.password, first.users.octo_crm?.password);
    assert.equal(database.passwords.get('OCTO_SHOP'), second.users.octo_shop?.password);
    assert.match(lines[0] ?? '', /^Gave octo_shop new passwords: /);
    const pools = recording.calls.flatMap((call) => (call.call === 'createPool' ? [call.attributes.user] : []));
    assert.equal(pools.filter((user) => user === 'octo_shop').length, 1);
    assert.ok(database.changes.includes('alter user octo_shop identified by … account unlock'));
  });

  test('does not lose the sign-ins of another database', async () => {
    await prepare();
    const kept = await readFile(file(), 'utf8');
    const elsewhere = { dsn: 'tcps://other.example.com:1522/octo_tp', user: 'ADMIN', credential: { password: 'x' } };
    await assert.rejects(
      prepare({ admin: { ...elsewhere, wallet: undefined, schema: undefined } }),
      /keeps the sign-ins of tcps:\/\/db\.example\.com.* and not of tcps:\/\/other\./,
    );
    assert.equal(await readFile(file(), 'utf8'), kept);
    assert.deepEqual(recording.calls, []);
  });

  test('renews every password when asked to', async () => {
    const first = await prepare();
    const second = await prepare({ rotate: true });
    for (const [user, { password }] of Object.entries(second.users)) {
      assert.notEqual(password, first.users[user]?.password);
      assert.equal(database.passwords.get(user.toUpperCase()), password);
    }
  });

  test('keeps each password before it makes the next one', async () => {
    const failing = playDatabase(database);
    failing.answer(/^create user octo_crm /, { error: oracleError('ORA-28003') });
    await assert.rejects(prepare({}, failing), (error: Error) => {
      assert.match(error.message, /stopped with ORA-28003 at: create user octo_crm identified by <generated> profile /);
      return true;
    });
    const kept = await findOracleSignIns(file());
    assert.deepEqual(Object.keys(kept?.users ?? {}), ['octo_owner', 'octo_shop']);
    await prepare();
    assert.equal((await findOracleSignIns(file()))?.users.octo_owner?.password, kept?.users.octo_owner?.password);
  });

  test('says what an administrator may not do and goes on where it can', async () => {
    const limited = playDatabase(database);
    limited.answer(/^grant select on sys\./, { error: oracleError('ORA-01031') });
    limited.answer(/^select elapsed_time_limit/, { error: oracleError('ORA-00904') });
    await prepare({}, limited);
    assert.match(
      lines[0] ?? '',
      /^Left out what the insight may read: .* \(ORA-01031\)\. Grant octo_insight the role /,
    );
    assert.match(lines[1] ?? '', /^Prepared the database: /);
    assert.ok(!database.changes.some((sql) => sql.includes('cs_resource_manager')));
    database.roles.add('OCTO_INSIGHT SELECT_CATALOG_ROLE');
    await prepare({}, limited);
    assert.deepEqual(lines, ['Everything was there already.']);
  });

  test('puts first data into words that Oracle takes, with one kind of value in each column', async () => {
    await prepare({ seed: true });
    const inserts = recording
      .trips()
      .flatMap((trip) => (trip.call === 'execute' && /^insert into (?!schema_)/.test(trip.sql) ? [trip] : []));
    assert.ok(inserts.length > 60, `${inserts.length} inserts`);
    for (const { sql, binds } of inserts) {
      assert.deepEqual(lintOracle(sql), [], sql.slice(0, 200));
      assert.ok(binds.length < 65_535);
      const width = /\((.*?)\)/.exec(sql)?.[1]?.split(',').length ?? 1;
      const kinds = binds.map((bind) =>
        typeof bind === 'object' && 'val' in bind ? `${bind.type} ${bind.val === null}` : typeof bind,
      );
      assert.ok(
        kinds.every((kind, at) => kind === kinds[at % width]),
        sql.slice(0, 200),
      );
    }
    assert.equal(new Set(inserts.map(({ sql }) => sql.split(' ', 3)[2])).size, 25);
  });

  test('works for a second installation in the same database', async () => {
    const users = oracleUsers('octo_test');
    const signIns = await prepare({ users });
    assert.equal(signIns.schema, 'octo_test_owner');
    assert.ok(signIns.users.octo_test_shop);
    assert.ok(database.changes.every((sql) => !/\bocto_(owner|shop|crm|gateway|query|insight|profile)\b/.test(sql)));
  });

  test('writes a file for each password when asked to', async () => {
    const signIns = await prepare();
    const dir = join(room, 'passwords');
    await writePasswordFiles(dir, signIns);
    assert.deepEqual((await readdir(dir)).sort(), allUsers(oracleUsers()).sort());
    assert.equal(await readFile(join(dir, 'octo_crm'), 'utf8'), signIns.users.octo_crm?.password);
    assert.equal((await stat(join(dir, 'octo_crm'))).mode & 0o777, 0o600);
  });

  test('puts no password where it does not belong', async () => {
    spans.clear();
    const { users } = await prepare();
    const { message, stack } = await prepare({ rotate: true }, failingAt(/^alter user octo_gateway /)).catch(
      (error) => error,
    );
    const kept = await findOracleSignIns(file());
    const passwords = [...Object.values(users), ...Object.values(kept?.users ?? {})].map(({ password }) => password);
    const traced = spans.all().map(({ attributes }) => JSON.stringify(attributes));
    assert.ok(traced.some((text) => text.includes('grant read on octo_owner.')));
    const told = [...lines, message, stack, ...traced].join('\n');
    for (const password of passwords) assert.ok(!told.includes(password));
  });

  function failingAt(pattern: RegExp): RecordingClient {
    const failing = playDatabase(database);
    failing.answer(pattern, { error: oracleError('ORA-28007') });
    return failing;
  }
});

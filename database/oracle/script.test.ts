import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { lintOracle } from '@octo/platform/database/engines/oracle/lint.ts';
import { migrationTexts } from './migrate.ts';
import { planRights, wantedRights } from './rights.ts';
import { openWorkScript, prepareScript } from './script.ts';
import { administrationTexts } from './statements.ts';
import { oracleUsers } from './users.ts';

const golden = join(import.meta.dirname, '..', 'golden', 'oracle-prepare.sql');

test('the script for an empty database is the one that was read', async () => {
  const isSame = (await readFile(golden, 'utf8')) === prepareScript();
  assert.ok(
    isSame,
    'golden/oracle-prepare.sql is stale: refresh it with `npm test -- --update-golden`, then read the difference',
  );
});

test('the script has every statement, in an order in which each finds what it needs', () => {
  const lines = prepareScript().split('\n');
  const users = oracleUsers();
  const texts = [...migrationTexts().values()].flat().flatMap((text) => `${text};`.split('\n'));
  const grants = planRights([], wantedRights(users), users.owner).map((text) => `${text};`);
  for (const line of [...texts, ...grants]) assert.ok(lines.includes(line), line);
  const placeOf = (begin: string) => lines.findIndex((line) => line.startsWith(begin));
  const order = [
    'create profile',
    'create user octo_owner',
    'grant create session, create table',
    'create sequence',
    'create table orders',
    'create view query_orders',
    'grant read on octo_owner.query_orders',
  ].map(placeOf);
  assert.ok(order.every((place) => place > 0));
  assert.deepEqual(
    order.toSorted((one, other) => one - other),
    order,
  );
});

test('the script says of each part why it is there, and holds no password', () => {
  const script = prepareScript();
  assert.ok([...script.matchAll(/^-- as an administrator: .*\n-- /gm)].length >= 5);
  assert.equal(
    [...script.matchAll(/identified by (\S+)/g)].every(([, password]) => password === '<generated>'),
    true,
  );
});

test('a database that lacks nothing needs no statement', () => {
  assert.equal(openWorkScript({ administration: [], migrations: new Map(), rights: [] }), '-- Nothing is missing.\n');
  assert.match(
    openWorkScript({ administration: [], migrations: undefined, rights: [] }),
    /octo_owner cannot sign in yet/,
  );
});

test('all texts of preparing are words of Oracle', () => {
  const texts = administrationTexts();
  assert.ok(texts.length > 90, `${texts.length} texts`);
  for (const text of texts) assert.deepEqual(lintOracle(text), [], text);
  for (const begin of [
    'alter profile',
    'alter user',
    'revoke',
    'begin cs_',
    'insert into schema_',
    'select id from schema_migrations_lock',
    'select c.table_name',
  ]) {
    assert.ok(
      texts.some((text) => text.startsWith(begin)),
      begin,
    );
  }
});

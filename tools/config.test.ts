import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readToolsConfig } from './config.ts';
import { services } from './start/services.ts';

test('each service of the table has a port, its own or the one that was asked for', () => {
  const usual = Object.fromEntries(services.map(({ name, port }) => [name, port]));
  assert.deepEqual([usual.shop, usual.crm, usual.observatory], [8080, 8081, 8070]);
  assert.deepEqual(readToolsConfig({}).ports, usual);
  assert.deepEqual(readToolsConfig({ CRM_PORT: '9090', OTHER_PORT: 'abc' }).ports, { ...usual, crm: 9090 });
});

for (const port of ['abc', '0', '99999', '80.5'])
  test(`refuses ${port} as the port of the shop`, () => {
    assert.throws(() => readToolsConfig({ SHOP_PORT: port }), /SHOP_PORT: must be a whole number from 1 to 65535/);
  });

test('refuses a database that is not a postgres:// address, without telling what was given', () => {
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'TEST_DATABASE_URL'])
    for (const value of ['hello', 'mysql://u@host/db', 'postgres:octo', 'postgres://u:p#w@host:port/db'])
      assert.throws(
        () => readToolsConfig({ [name]: value }),
        ({ message }: Error) => message.includes(`${name}: must be a postgres:// address`) && !message.includes(value),
      );
});

test('takes both spellings of a PostgreSQL address', () => {
  for (const url of ['postgres://u:p@host:5432/octo', 'postgresql://host/octo'])
    assert.equal(readToolsConfig({ DATABASE_URL: url }).databaseUrl, url);
});

test('takes one database, and says which setting names a second', () => {
  const oracle = { ORACLE_DSN: 'octo_tp', ORACLE_WALLET_DIR: '/wallet' };
  assert.equal(readToolsConfig(oracle).oracleDsn, 'octo_tp');
  const both = { ...oracle, DATABASE_URL: 'postgres://host/octo' };
  assert.throws(() => readToolsConfig(both), /DATABASE_URL: one database only: ORACLE_DSN names another/);
});

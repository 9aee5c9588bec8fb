import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';

const least = {
  DATABASE_URL: 'postgres://octo_shop:x@localhost/octo',
  SESSION_SECRET: 'x'.repeat(32),
  INTERNAL_SERVICE_KEY: 'k'.repeat(32),
};

test('runs on its database and two secrets alone', () => {
  const config = readConfig(least);
  assert.deepEqual(config.listen, { host: '127.0.0.1', port: 8080 });
  assert.equal(config.shopSlug, 'primary-store');
  assert.equal(config.isProduction, false);
  assert.equal(config.publicUrl, undefined);
  assert.ok(Object.isFrozen(config));
});

test('one domain makes the public address', () => {
  assert.equal(readConfig({ ...least, DNS_DOMAIN: 'example.com' }).publicUrl, 'https://shop.example.com');
});

test('tells every fault at once, and no secret', () => {
  const wrong = {
    SESSION_SECRET: 'too short to be one',
    INTERNAL_SERVICE_KEY_PREVIOUS: 'too short to be one',
    SERVICE_CRM_URL: 'crm:8081',
    PORT: '99999',
    DATABASE_POOL_MAX: '1',
  };
  const names = [...Object.keys(wrong), 'INTERNAL_SERVICE_KEY', 'DATABASE_URL'];
  assert.throws(
    () => readConfig(wrong),
    (error: Error) => {
      for (const name of names) assert.match(error.message, new RegExp(`^ {2}${name}: `, 'm'));
      return !error.message.includes('too short to be one');
    },
  );
});

test('production has to say who takes the money', () => {
  assert.throws(() => readConfig({ ...least, APP_ENV: 'production' }), /PAYMENT_RAIL/);
  const config = readConfig({ ...least, APP_ENV: 'production', PAYMENT_RAIL: 'simulated' });
  assert.equal(config.isProduction, true);
});

test('two keys of our services are good while one is being changed, and the first is ours', () => {
  assert.deepEqual(readConfig(least).internalKeys, ['k'.repeat(32)]);
  const changing = readConfig({ ...least, INTERNAL_SERVICE_KEY_PREVIOUS: 'p'.repeat(32) });
  assert.deepEqual(changing.internalKeys, ['k'.repeat(32), 'p'.repeat(32)]);
});

test('without an address of the CRM there is none', () => {
  assert.equal(readConfig(least).crmUrl, undefined);
  assert.equal(readConfig({ ...least, SERVICE_CRM_URL: 'http://crm:8081/' }).crmUrl, 'http://crm:8081');
});

test('runs on an Oracle database in place of PostgreSQL', () => {
  const { DATABASE_URL: _, ...rest } = least;
  const oracle = { ORACLE_DSN: 'tcps://db:1522/octo', ORACLE_USER: 'octo_shop', ORACLE_PASSWORD: 'x' };
  const { address } = readConfig({ ...rest, ...oracle }).database;
  assert.ok('oracle' in address);
  assert.equal(address.oracle.user, 'octo_shop');
});

test('tells what is wrong with its database together with everything else', () => {
  const wrong = { ...least, ORACLE_DSN: 'octo_tp', ORACLE_WALLET_DIR: '/nowhere', APP_ENV: 'production', PORT: 'x' };
  const names = [
    'PORT',
    'DATABASE_URL',
    'ORACLE_USER',
    'ORACLE_PASSWORD',
    'ORACLE_DSN',
    'ORACLE_WALLET_DIR',
    'PAYMENT_RAIL',
  ];
  assert.throws(
    () => readConfig(wrong),
    ({ message }: Error) => names.every((name) => message.includes(`\n  ${name}: `)),
  );
});

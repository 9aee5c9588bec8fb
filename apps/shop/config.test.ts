import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';

const least = { DATABASE_URL: 'postgres://octo_shop:x@localhost/octo', SESSION_SECRET: 'x'.repeat(32) };

test('runs on its database and a secret alone', () => {
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
  const wrong = { SESSION_SECRET: 'too short to be one', PORT: '99999', DATABASE_POOL_MAX: '1' };
  assert.throws(
    () => readConfig(wrong),
    (error: Error) => {
      for (const name of ['SESSION_SECRET', 'PORT', 'DATABASE_POOL_MAX', 'DATABASE_URL'])
        assert.match(error.message, new RegExp(`^ {2}${name}: `, 'm'));
      return !error.message.includes('too short to be one');
    },
  );
});

test('production has to say who takes the money', () => {
  assert.throws(() => readConfig({ ...least, APP_ENV: 'production' }), /PAYMENT_RAIL/);
  const config = readConfig({ ...least, APP_ENV: 'production', PAYMENT_RAIL: 'simulated' });
  assert.equal(config.isProduction, true);
});

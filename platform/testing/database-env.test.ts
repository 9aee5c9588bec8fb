import assert from 'node:assert/strict';
import { test } from 'node:test';
import { databaseEnv, queryDatabaseEnv } from './database-env.ts';

const signIn = { dsn: 'atp_tp', user: 'octo_shop', wallet: undefined, schema: undefined };

test('a PostgreSQL is one URL', () => {
  assert.deepEqual(databaseEnv('postgres://a@b/c'), { DATABASE_URL: 'postgres://a@b/c' });
  assert.deepEqual(queryDatabaseEnv({ url: 'postgres://a@b/c' }), { QUERY_DATABASE_URL: 'postgres://a@b/c' });
});

test('an Oracle is told setting by setting, and what is not needed is left out', () => {
  const oracle = { ...signIn, credential: { password: 'p' } };
  const plain = { ORACLE_DSN: 'atp_tp', ORACLE_USER: 'octo_shop', ORACLE_PASSWORD: 'p' };
  assert.deepEqual(databaseEnv({ oracle }), plain);
  const wallet = { dir: '/wallet', password: 'w' };
  assert.deepEqual(databaseEnv({ oracle: { ...oracle, wallet, schema: 'octo_owner' } }), {
    ...plain,
    ORACLE_WALLET_DIR: '/wallet',
    ORACLE_WALLET_PASSWORD: 'w',
    ORACLE_SCHEMA: 'octo_owner',
  });
  assert.deepEqual(queryDatabaseEnv({ oracle }), {
    ORACLE_QUERY_DSN: 'atp_tp',
    ORACLE_QUERY_USER: 'octo_shop',
    ORACLE_QUERY_PASSWORD: 'p',
  });
});

test('a token takes the place of the password, but for the lab', () => {
  const oracle = { ...signIn, credential: { tokenDir: '/token' } };
  assert.equal(databaseEnv({ oracle }).ORACLE_TOKEN_DIR, '/token');
  assert.throws(() => queryDatabaseEnv({ oracle }), /sign in with a password/);
});

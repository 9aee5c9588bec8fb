import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';

const oracle = { ORACLE_DSN: 'tcps://db:1522/octo' };
const insight = { ORACLE_INSIGHT_USER: 'octo_insight', ORACLE_INSIGHT_PASSWORD: 'x' };

test('watches no database unless it is told as whom, wherever that may be', () => {
  assert.equal(readConfig({}).insight, undefined);
  assert.equal(readConfig(oracle).insight, undefined);
});

test('watches a PostgreSQL or an Oracle database under a sign-in of its own', () => {
  const url = 'postgres://octo_insight:x@localhost/octo';
  assert.deepEqual(readConfig({ INSIGHT_DATABASE_URL: url }).insight, { url });
  const { insight: watched } = readConfig({ ...oracle, ...insight });
  assert.ok(watched && 'oracle' in watched);
  assert.deepEqual(watched.oracle.credential, { password: 'x' });
  assert.equal(watched.oracle.user, 'octo_insight');
});

test('tells every fault at once', () => {
  const wrong = { HOST: '0.0.0.0', PORT: 'x', ...oracle, ORACLE_INSIGHT_USER: 'octo_insight' };
  assert.throws(
    () => readConfig(wrong),
    ({ message }: Error) =>
      ['PORT', 'OBSERVATORY_TOKEN', 'ORACLE_INSIGHT_PASSWORD'].every((name) => message.includes(`\n  ${name}: `)),
  );
  assert.throws(() => readConfig(insight), /INSIGHT_DATABASE_URL: is required .* or ORACLE_DSN/);
});

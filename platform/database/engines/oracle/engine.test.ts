import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CamelCasePlugin, Kysely } from 'kysely';
import { engineOf } from '../engine.ts';
import { oracleCompileOnlyDialect } from './dialect.ts';
import { oracleEngine } from './engine.ts';

interface Tables {
  products: { id: number };
}

const db = new Kysely<Tables>({ dialect: oracleCompileOnlyDialect(), plugins: [new CamelCasePlugin()] });
const engine = oracleEngine();

test('is reached from a handle', () => {
  assert.equal(engineOf(db).name, 'oracle');
});

test('takes a block of ids from the sequence', () => {
  assert.equal(engine.nextIdBlockSql, 'select business_ids.nextval as first_id from dual');
});

test('runs a transaction again after a deadlock or a serialisation failure only', () => {
  assert.equal(engine.isRetryable(oracleError(60)), true);
  assert.equal(engine.isRetryable(oracleError(8177)), true);
  assert.equal(engine.isRetryable(oracleError(1)), false);
  assert.equal(engine.isRetryable(new Error('other')), false);
  assert.equal(engine.isRetryable(undefined), false);
});

test('knows a row that a unique key refused', () => {
  assert.equal(engine.isDuplicate(oracleError(1)), true);
  assert.equal(engine.isDuplicate(oracleError(60)), false);
  assert.equal(engine.isDuplicate(undefined), false);
});

test('knows a row that names another one in vain', () => {
  assert.equal(engine.isDangling(oracleError(2291)), true);
  assert.equal(engine.isDangling(oracleError(1)), false);
});

test('tells what it refused by its code alone', () => {
  assert.equal(engine.codeOf(oracleError(942)), 'ORA-00942');
});

test('refuses to connect, and says why', async () => {
  await assert.rejects(db.selectFrom('products').selectAll().execute(), /has no driver/);
  await assert.rejects(
    db.transaction().execute(() => Promise.resolve()),
    /has no driver/,
  );
  await assert.rejects(db.introspection.getTables(), /has no driver/);
});

function oracleError(errorNum: number): Error {
  return Object.assign(new Error(`ORA-${String(errorNum).padStart(5, '0')}`), { errorNum });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from '../database/open-database.ts';
import { CommonGround } from './common-ground.ts';

interface Tables {
  things: { id: number; unitCount: number };
}

const away = openDatabase<Tables>({ url: 'postgres://nobody@127.0.0.1:1/none', applicationName: 'test', poolMax: 1 });
const db = away.withPlugin(new CommonGround());

test('what both engines take goes to the database', async () => {
  await assert.rejects(db.selectFrom('things').select('unitCount').execute(), { code: 'database.unavailable' });
  await assert.rejects(sql`select id from things where id = ${1}`.execute(db), { code: 'database.unavailable' });
});

test('what only PostgreSQL takes is refused before it is sent', async () => {
  await assert.rejects(sql`select pid from pg_locks`.execute(db), /pg_locks is of PostgreSQL alone/);
  await assert.rejects(sql`select id::text from things`.execute(db), /Oracle does not take ::/);
  await assert.rejects(db.insertInto('things').values({ id: 1, unitCount: 1 }).returning('id').execute());
  await assert.rejects(db.selectFrom('things').select('id').limit(1).execute());
  await assert.rejects(sql`select id from things where name = ${''}`.execute(db), /'' as a value: it means null/);
});

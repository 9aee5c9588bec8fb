import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { AppError } from '../../../errors/app-error.ts';
import { type Gate, makeGate } from '../../../testing/gate.ts';
import { backendOf, createThings, type Things } from '../../testing/things.ts';
import { postgresCode } from './errors.ts';

let things: Things;
let gate: Gate;
before(async () => {
  things = await createThings();
  gate = await makeGate();
});
after(async () => {
  await things[Symbol.asyncDispose]();
  await gate[Symbol.asyncDispose]();
});

/** A role of the test's own, whose password it may change. */
async function withRole(run: (role: { name: string; url: string }) => Promise<void>): Promise<void> {
  const name = `octo_sign_in_${process.pid}`;
  await things.scratch.run(`create role ${name} login password 'right'`);
  const url = new URL(gate.lead(things.scratch.url));
  url.username = name;
  url.password = 'right';
  try {
    await run({ name, url: url.href });
  } finally {
    await things.scratch.run(`drop role ${name}`);
  }
}

function isRefused(error: unknown): boolean {
  return (
    error instanceof AppError &&
    error.kind === 'Unavailable' &&
    error.code === 'database.unavailable' &&
    postgresCode(error.cause) === '28P01' &&
    Number(error.retryAfterSeconds) > 0
  );
}

test('a password that became wrong is not tried with every request, and works again once it is right', async () => {
  await withRole(async ({ name, url }) => {
    const db = things.open({ url, poolMax: 10 });
    assert.ok((await backendOf(db)) > 0);
    await things.scratch.run(`alter role ${name} password 'another'`);
    const ended = sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = ${name}`;
    await ended.execute(things.db);
    const before = gate.arrivals();
    for (let wave = 0; wave < 5; wave += 1) {
      const ends = await Promise.allSettled(Array.from({ length: 40 }, () => backendOf(db)));
      for (const end of ends) assert.ok(end.status === 'rejected' && isRefused(end.reason));
    }
    const attempts = gate.arrivals() - before;
    assert.ok(attempts >= 1 && attempts <= 20, `200 statements made ${attempts} attempts`);
    await things.scratch.run(`alter role ${name} password 'right'`);
    while (!(await backendOf(db).catch(() => 0))) await sql`select pg_sleep(0.05)`.execute(things.db);
    await db.destroy();
  });
});

test('sessions that are open already serve on while new ones are refused', async () => {
  await withRole(async ({ name, url }) => {
    const db = things.open({ url, poolMax: 2 });
    const pid = await backendOf(db);
    await things.scratch.run(`alter role ${name} password 'another'`);
    await db.transaction().execute(async (transaction) => {
      assert.equal(await backendOf(transaction), pid);
      await assert.rejects(backendOf(db), isRefused);
    });
    assert.equal(await backendOf(db), pid);
    await db.destroy();
  });
});

test('a role that does not exist is refused like a wrong password', async () => {
  const url = new URL(things.scratch.url);
  url.username = 'octo_nobody';
  await assert.rejects(backendOf(things.open({ url: url.href })), isRefused);
});

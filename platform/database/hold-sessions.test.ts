import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { SpanKind } from '@opentelemetry/api';
import type { Kysely } from 'kysely';
import { inSpan } from '../telemetry/in-span.ts';
import { readMetrics } from '../telemetry/metrics/start-metrics.ts';
import { recordSpans } from '../testing/record-spans.ts';
import { holdSessions } from './hold-sessions.ts';
import { createThings, namesOf, type Things, type ThingTables } from './testing/things.ts';

const marks = { 'octo.fault.id': 'a-fault' };
const spans = recordSpans();
let things: Things;
before(async () => {
  things = await createThings();
});
after(() => things[Symbol.asyncDispose]());

/** How many sessions of a pool are lent at this moment. */
async function lent(pool: string): Promise<number | undefined> {
  const reading = await readMetrics();
  const counts = reading?.metrics.find(({ name }) => name === 'db.client.connection.count')?.points ?? [];
  const used = counts.find(
    ({ attributes }) =>
      attributes['db.client.connection.pool.name'] === pool && attributes['db.client.connection.state'] === 'used',
  );
  return used && 'value' in used ? used.value : undefined;
}

async function untilLent(pool: string, sessions: number): Promise<void> {
  while ((await lent(pool)) !== sessions) await setImmediate();
}

/** Reads as a request would; what it is marked with. */
async function readIn(db: Kysely<ThingTables>): Promise<unknown> {
  spans.clear();
  await inSpan('GET /things', SpanKind.SERVER, {}, () => namesOf(db)).catch((error) => error);
  return spans.all().find(({ name }) => name === 'GET /things')?.attributes['octo.fault.id'];
}

test('whoever needs a session waits for one in vain, and is told so; afterwards all are free', async () => {
  const db = things.open({ poolMax: 2, poolName: 'all held', connectTimeoutMs: 50 });
  const held = holdSessions(db, { sessions: 2, marks });
  await untilLent('all held', 2);
  await assert.rejects(namesOf(db), { kind: 'Unavailable', code: 'database.unavailable' });
  assert.equal(await readIn(db), 'a-fault');
  await held[Symbol.asyncDispose]();
  assert.equal(await lent('all held'), 0);
  assert.equal(await readIn(db), undefined);
});

test('the sessions that are left serve everybody, one after the other', async () => {
  const db = things.open({ poolMax: 2, poolName: 'one left' });
  await using _held = holdSessions(db, { sessions: 1, marks });
  await untilLent('one left', 1);
  assert.deepEqual(await Promise.all([1, 2, 3].map(() => namesOf(db))), [[], [], []]);
});

test('a session that is in use is taken when it comes back, and one that is asked for at the end goes back at once', async () => {
  const db = things.open({ poolMax: 1, poolName: 'in use', connectTimeoutMs: 50 });
  const working = await db.startTransaction().execute();
  const held = holdSessions(db, { sessions: 1, marks });
  await working.commit().execute();
  await assert.rejects(namesOf(db), { code: 'database.unavailable' });
  await held[Symbol.asyncDispose]();

  const again = await db.startTransaction().execute();
  const late = holdSessions(db, { sessions: 1, marks });
  const released = late[Symbol.asyncDispose]();
  await again.commit().execute();
  await released;
  assert.equal(await lent('in use'), 0);
});

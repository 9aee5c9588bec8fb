import assert from 'node:assert/strict';
import { after, before, mock, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { SpanKind } from '@opentelemetry/api';
import { sql } from 'kysely';
import { inSpan } from '../telemetry/in-span.ts';
import { createLogger } from '../telemetry/logger.ts';
import { sqlSpansOpenFor } from '../telemetry/open-sql-spans.ts';
import { recordSpans } from '../testing/record-spans.ts';
import { tellRunningStatements } from './running-statements.ts';
import { oracleSqlId } from './sql-id.ts';
import { backendOf, createThings, type Things } from './testing/things.ts';

const spans = recordSpans();
const lines: Record<string, unknown>[] = [];
const logger = createLogger({ name: 'test', namespace: 'octo', version: '1' }, 'info', {
  write: (line) => void lines.push(JSON.parse(line)),
});
let things: Things;
before(async () => {
  things = await createThings();
});
after(() => things[Symbol.asyncDispose]());

/** Runs a statement for a checkout until it is stopped; `look` is what the teller does every second. */
async function runSlowly(meanwhile: (look: () => void) => void): Promise<number> {
  const db = things.open({ poolMax: 1 });
  const pid = await backendOf(db);
  mock.timers.enable({ apis: ['setInterval'] });
  using _telling = tellRunningStatements(logger, 0);
  await inSpan('POST /api/checkout', SpanKind.SERVER, {}, async () => {
    const cut = assert.rejects(sql`select pg_sleep(60), ${'ada@example.com'}::text as buyer`.execute(db));
    while (sqlSpansOpenFor(0).length === 0) await setImmediate();
    meanwhile(() => mock.timers.tick(1000));
    await sql`select pg_cancel_backend(${pid}::integer)`.execute(things.db);
    await cut;
  });
  mock.timers.reset();
  return pid;
}

test('a statement that runs on and on is told of once, with its trace and its session', async () => {
  const pid = await runSlowly((look) => {
    look();
    look();
  });
  const span = spans.all().find(({ attributes }) => String(attributes['db.query.text']).includes('pg_sleep'));
  assert.ok(span);
  const [line, ...others] = lines;
  assert.deepEqual(others, []);
  assert.equal(line?.severity, 'WARN');
  assert.equal(line?.['event.name'], 'database.statement_running');
  assert.equal(line?.trace_id, span.spanContext().traceId);
  assert.equal(line?.span_id, span.spanContext().spanId);
  assert.equal(line?.['octo.sql_id'], oracleSqlId(String(span.attributes['db.query.text'])));
  assert.equal(line?.['octo.db.backend_pid'], pid);
  assert.equal(line?.['octo.db.action'], 'POST /api/checkout');
  assert.equal(typeof line?.['octo.db.elapsed_ms'], 'number');
  assert.doesNotMatch(JSON.stringify(line), /ada@example|pg_sleep/);
});

test('what is over is told of no more, whether it went well or not', async () => {
  await sql`select 1 as one`.execute(things.db);
  await assert.rejects(sql`select nothing from nowhere`.execute(things.db));
  assert.deepEqual(sqlSpansOpenFor(-1), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SpanKind } from '@opentelemetry/api';
import { inSpan } from '../../../telemetry/in-span.ts';
import { recordSpans } from '../../../testing/record-spans.ts';
import type { ThingTables } from '../../testing/things.ts';
import { cutToBytes } from './session-tags.ts';
import { openRecorded, type RecordedDatabase } from './testing/recorded-database.ts';

const spans = recordSpans();

const touch = ({ db }: RecordedDatabase<ThingTables>) => db.deleteFrom('things').where('id', '=', 1).execute();

function tagsOfTrips(oracle: RecordedDatabase<ThingTables>) {
  return oracle.trips().flatMap((trip) => ('state' in trip ? [trip.state] : []));
}

test('a session says which service, which work and which trace it works for', async () => {
  await using oracle = openRecorded<ThingTables>({ applicationName: 'octo-shop' });
  await inSpan('POST /api/checkout', SpanKind.SERVER, {}, () => touch(oracle));
  const [tags] = tagsOfTrips(oracle);
  const server = spans.all().find(({ name }) => name === 'POST /api/checkout');
  assert.deepEqual(tags, {
    module: 'octo-shop',
    action: 'POST /api/checkout',
    clientId: server?.spanContext().traceId,
    currentSchema: 'OCTO_OWNER',
    callTimeout: 10_000,
  });
});

test('nothing of one request is left in its session for the next, not even where nothing is traced', async () => {
  await using oracle = openRecorded<ThingTables>({ poolMax: 1 });
  await inSpan('GET /api/products', SpanKind.SERVER, {}, () => touch(oracle));
  await touch(oracle);
  await inSpan('GET /api/cart', SpanKind.SERVER, {}, () => oracle.db.transaction().execute(async () => touchNothing()));
  await inSpan('GET /api/shops', SpanKind.SERVER, {}, () => touch(oracle));
  const tags = tagsOfTrips(oracle);
  assert.deepEqual(
    tags.map(({ action }) => action),
    ['GET /api/products', '', 'GET /api/cart', 'GET /api/shops'],
  );
  assert.equal(tags[1]?.clientId, '');
  assert.equal(new Set(tags.map(({ clientId }) => clientId)).size, 4);
  assert.equal(new Set(oracle.trips().map(({ session }) => session)).size, 1);
});

async function touchNothing(): Promise<void> {}

test('tags cost no call to the server, and the schema is told to a new session only', async () => {
  await using oracle = openRecorded<ThingTables>({ poolMax: 1 });
  for (let time = 0; time < 3; time += 1) await touch(oracle);
  assert.deepEqual(
    oracle.texts(),
    Array.from({ length: 3 }, () => 'delete from things where id = :1'),
  );
  const set = oracle.calls.flatMap((call) => (call.call === 'set' ? [call.name] : []));
  assert.deepEqual(set.filter((name) => name === 'currentSchema').length, 1);
  assert.deepEqual(set.slice(0, 5), ['module', 'action', 'clientId', 'callTimeout', 'currentSchema']);
});

const euro = '€';
const cuts: { text: string; most: number; cut: string }[] = [
  { text: 'octo-shop', most: 48, cut: 'octo-shop' },
  { text: 'x'.repeat(70), most: 64, cut: 'x'.repeat(64) },
  { text: euro.repeat(16), most: 48, cut: euro.repeat(16) },
  { text: `a${euro.repeat(16)}`, most: 48, cut: `a${euro.repeat(15)}` },
  { text: `ab${euro.repeat(16)}`, most: 48, cut: `ab${euro.repeat(15)}` },
  { text: `${'x'.repeat(62)}🪁`, most: 64, cut: 'x'.repeat(62) },
  { text: `${'x'.repeat(60)}🪁`, most: 64, cut: `${'x'.repeat(60)}🪁` },
  { text: '', most: 64, cut: '' },
];

for (const { text, most, cut } of cuts) {
  test(`of ${text.length} characters such as ${text.slice(-3)} ${most} bytes keep ${cut.length}`, () => {
    assert.equal(cutToBytes(text, most), cut);
    assert.ok(Buffer.byteLength(cut) <= most);
  });
}

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { createLogger } from '@octo/platform/telemetry/logger.ts';
import { openAlarmRoom } from '../../testing/alarm-room.ts';
import { shop } from '../../watched-services.ts';
import { silenceRules } from '../rules/silence-rules.ts';
import { createNotifier } from './notifier.ts';
import { valueWords } from './value-words.ts';

const minuteMs = 60_000;
const [rule] = silenceRules;
const service = { name: 'test', namespace: 'test', version: '1', gitSha: 'none' };

/** Somebody who is told, and answers with these statuses one after the other, then with 200. */
async function openListener(...statuses: number[]) {
  const heard: { text: string; alarm: Record<string, unknown> }[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    heard.push(JSON.parse(Buffer.concat(parts).toString()));
    response.writeHead(statuses.shift() ?? 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    heard,
    url: `http://127.0.0.1:${port}/hook/s3cret`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function notifierTo(url: string) {
  const logger = createLogger(service, 'error');
  return createNotifier({ url, logger, pausesMs: [1, 1], baseUrl: () => 'http://localhost:8070' });
}

for (const [value, unit, words] of [
  [2033, 'count', '2033 messages'],
  [1.2345, 'count', '1.23 messages'],
  [1, 'count', '1 message'],
  [0.12345, 'percent', '12.3 %'],
  [90.0004, 's', '90 s'],
  [null, 'ms', 'unknown'],
] as const)
  test(`a person is told of ${words}`, () => assert.equal(valueWords(value, unit, 'message'), words));

const fired = { rule: '', atMs: 0, kind: 'fired', value: 75, traceId: null, detail: {} } as const;

test('what fires and what is cleared is told once each, with words for a person and facts for a program', async () => {
  await using listener = await openListener();
  await using room = await openAlarmRoom({ ALARM_WEBHOOK_URL: listener.url });
  room.t.observatory.intakePorts.add(8070);
  const alive = () => room.request({ service: shop, workflow: 'other', count: 1 });
  alive();
  await room.lookFor(3 * minuteMs);
  await room.lookFor(minuteMs, alive);
  await room.t.observatory.notifier?.untilTold();
  assert.deepEqual(
    listener.heard.map(({ alarm: { id, state, severity, page } }) => [id, state, severity, page]),
    ['firing', 'ok'].map((state) => [`silent.${shop}`, state, 'page', `http://localhost:8070/alarms/silent.${shop}`]),
  );
  assert.match(listener.heard[0]?.text ?? '', /^Firing \(page\): octo-drone-shop has fallen silent\. .* Now \d+ s\./);
});

test('an alarm that is silenced is kept and not told, until somebody ends the silence', async () => {
  await using listener = await openListener();
  await using room = await openAlarmRoom({ ALARM_WEBHOOK_URL: listener.url });
  room.request({ service: shop, workflow: 'other', count: 1 });
  await room.lookFor(minuteMs / 2);
  const silence = { atMs: 0, untilMs: room.nowMs() + 60 * minuteMs, who: 'me', why: 'it is being moved' };
  room.t.observatory.alarms.note(`silent.${shop}`, { silence }, { kind: 'silenced', detail: {} });
  await room.lookFor(3 * minuteMs);
  await room.t.observatory.notifier?.untilTold();
  assert.equal(room.stateOf(`silent.${shop}`), 'firing');
  assert.deepEqual(listener.heard, []);
  room.t.observatory.alarms.note(`silent.${shop}`, { silence: null }, { kind: 'unsilenced', detail: {} });
  await room.t.observatory.notifier?.untilTold();
  assert.deepEqual(
    listener.heard.map(({ alarm: { state } }) => state),
    ['firing'],
  );
});

test('what was told of before it was silenced is told to be over, at once', async () => {
  await using listener = await openListener();
  await using room = await openAlarmRoom({ ALARM_WEBHOOK_URL: listener.url });
  const speak = () => room.request({ service: shop, workflow: 'other', count: 1 });
  speak();
  await room.lookFor(2 * minuteMs);
  const silence = { atMs: room.nowMs(), untilMs: room.nowMs() + 60 * minuteMs, who: 'me', why: 'I know' };
  room.t.observatory.alarms.note(`silent.${shop}`, { silence }, { kind: 'silenced', detail: {} });
  await room.lookFor(minuteMs, speak);
  await room.t.observatory.notifier?.untilTold();
  assert.deepEqual(
    listener.heard.map(({ alarm: { state } }) => state),
    ['firing', 'ok'],
  );
});

test('when a silence ends while it still fires, somebody is told', async () => {
  await using listener = await openListener();
  await using room = await openAlarmRoom({ ALARM_WEBHOOK_URL: listener.url });
  room.request({ service: shop, workflow: 'other', count: 1 });
  await room.lookFor(minuteMs / 2);
  const silence = { atMs: 0, untilMs: room.nowMs() + 3 * minuteMs, who: 'me', why: 'it is being moved' };
  room.t.observatory.alarms.note(`silent.${shop}`, { silence }, { kind: 'silenced', detail: {} });
  await room.lookFor(5 * minuteMs);
  await room.t.observatory.notifier?.untilTold();
  assert.deepEqual(
    listener.heard.map(({ alarm: { state } }) => state),
    ['firing'],
  );
});

test('somebody is told even when nothing can be kept, and links lead where the settings say', async () => {
  await using listener = await openListener();
  const env = { ALARM_WEBHOOK_URL: listener.url, OBSERVATORY_PUBLIC_URL: 'https://observatory.example.com' };
  await using room = await openAlarmRoom(env);
  room.request({ service: shop, workflow: 'other', count: 1 });
  await room.lookFor(minuteMs);
  room.t.observatory.store.keepAlarms = () => assert.fail('the disk is full');
  await assert.rejects(room.lookFor(minuteMs / 6), /disk is full/);
  room.pass(20_000);
  await assert.rejects(room.lookFor(minuteMs / 6), /disk is full/);
  await room.t.observatory.notifier?.untilTold();
  assert.deepEqual(
    listener.heard.map(({ alarm: { page } }) => page),
    [`https://observatory.example.com/alarms/silent.${shop}`],
  );
});

for (const [what, statuses, attempts, figures] of [
  ['is told again when it could not take it', [503, 429], 3, { sent: 1, givenUp: 0 }],
  ['is given up after a few attempts', [500, 500, 500, 500], 3, { sent: 0, givenUp: 1 }],
  ['is not asked again when it refuses', [400], 1, { sent: 0, givenUp: 1 }],
] as const)
  test(`whoever is told ${what}`, async () => {
    assert.ok(rule);
    await using listener = await openListener(...statuses);
    await using notifier = notifierTo(listener.url);
    notifier.tell(rule, fired);
    await notifier.untilTold();
    assert.deepEqual([listener.heard.length, notifier.figures()], [attempts, figures]);
    assert.doesNotMatch(JSON.stringify(listener.heard), /s3cret/);
  });

test('nobody waits for who does not answer, and what waits has an end', async () => {
  assert.ok(rule);
  await using notifier = notifierTo('http://127.0.0.1:1/nobody');
  for (let told = 0; told < 150; told += 1) notifier.tell(rule, fired);
  assert.equal(notifier.figures().givenUp, 50);
});

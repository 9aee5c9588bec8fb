import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFate } from '../../receivers/fate.ts';
import type { Outcome } from '../deliver.ts';
import { createLineQueue } from './line-queue.ts';
import { type SendLogsOptions, sendLogs } from './send-logs.ts';

const line = (text: string) => ({ line: text, timeMs: 1 });

function senderTo(answers: Outcome[], options: Partial<SendLogsOptions> = {}) {
  const asked: string[][] = [];
  const told: [number, string][] = [];
  const fate = createFate((dropped, reason) => void told.push([dropped, reason]));
  const put: SendLogsOptions['put'] = async (lines) => {
    asked.push(lines.map((one) => one.line));
    return answers[Math.min(asked.length, answers.length) - 1] ?? { result: 'sent' };
  };
  const sender = sendLogs({ put, fate, delayMs: 60_000, pauseMs: 1, ...options });
  return { sender, fate, asked, told };
}

test('lines wait for each other, and go together when it ends', async () => {
  const { sender, fate, asked } = senderTo([{ result: 'sent' }]);
  for (const text of ['a', 'b']) sender.add(line(text));
  assert.deepEqual([asked, sender.waiting()], [[], 2]);
  await sender[Symbol.asyncDispose]();
  assert.deepEqual([asked, sender.waiting(), fate.status().sent], [[['a', 'b']], 0, 2]);
});

test('a thousand lines do not wait', async () => {
  const { sender, asked } = senderTo([{ result: 'sent' }]);
  for (let index = 0; index < 1000; index += 1) sender.add(line(`${index}`));
  assert.equal(asked[0]?.length, 1000);
  await sender[Symbol.asyncDispose]();
});

for (const result of ['429', '500', '503', 'timed_out', 'ECONNREFUSED'])
  test(`after ${result} the same lines are sent again`, async () => {
    const { sender, fate, asked, told } = senderTo([{ result, retryAfterMs: 1 }, { result: 'sent' }], { delayMs: 1 });
    sender.add(line('a'));
    const alive = setInterval(() => undefined, 1000);
    while (fate.status().sent === 0) await new Promise(setImmediate);
    clearInterval(alive);
    assert.deepEqual([asked, told], [[['a'], ['a']], []]);
    await sender[Symbol.asyncDispose]();
  });

for (const result of ['400', '401', '404', '413', 'sign_in_failed'])
  test(`after ${result} they are not: it would come again`, async () => {
    const { sender, fate, asked, told } = senderTo([{ result }]);
    sender.add(line('a'));
    await sender[Symbol.asyncDispose]();
    assert.deepEqual([asked.length, told, fate.status().dropped], [1, [[1, result]], 1]);
  });

test('a target that never answers costs a bounded room: the oldest lines make place for the newest, and are counted', async () => {
  const asked: string[][] = [];
  const fate = createFate(() => undefined);
  const put: SendLogsOptions['put'] = (lines, signal) => {
    asked.push(lines.map((one) => one.line));
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve({ result: 'timed_out' })));
  };
  const limits = { mostLines: 1500, mostCharacters: 1_000_000 };
  const sender = sendLogs({ put, fate, limits, delayMs: 60_000, closeWithinMs: 1 });
  for (let index = 0; index < 5000; index += 1) sender.add(line(`${index}`));
  assert.deepEqual([asked.length, sender.waiting(), fate.status().dropped], [1, 2500, 2500]);
  await sender[Symbol.asyncDispose]();
  assert.equal(fate.status().dropped, 5000, 'the end is bounded, and tells what it left behind');
});

test('a queue holds so many characters, however few the lines', () => {
  const queue = createLineQueue({ mostLines: 100, mostCharacters: 1000 });
  assert.equal(queue.push(line('a'.repeat(600))), 0);
  assert.equal(queue.push(line('b'.repeat(600))), 1);
  assert.deepEqual(
    queue.take().map((one) => one.line[0]),
    ['b'],
  );
  assert.equal(queue.push(line('c'.repeat(2000))), 1, 'a line that is larger than all of it has no place');
  assert.equal(queue.length(), 0);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import type { EventStream } from './event-stream.ts';
import { lineBuffer } from './line-buffer.ts';

const line = (id: number, body = ''): LogRecord => ({
  id: String(id),
  timeUnixNano: '0',
  service: 'shop',
  instance: null,
  severity: 'INFO',
  body,
  traceId: null,
  spanId: null,
  attributes: {},
});

/** A reader that takes nothing until it is told to. */
function slowReader() {
  const sent: [string, unknown][] = [];
  let resume: () => void = () => undefined;
  const stream: EventStream = {
    send(event, json) {
      sent.push([event, JSON.parse(json)]);
      return false;
    },
    beat: () => void sent.push(['beat', {}]),
    onDrain(told) {
      resume = told;
    },
    end: () => void sent.push(['end', {}]),
    cut: () => void sent.push(['cut', {}]),
  };
  return { sent, stream, drain: () => resume() };
}

test('what a slow reader cannot take waits, then leaves, and is told of', () => {
  const { sent, stream, drain } = slowReader();
  const buffer = lineBuffer(stream);
  buffer.add([line(0)]);
  assert.deepEqual(sent, [['lines', { logs: [line(0)] }]]);
  for (let at = 1; at <= 1500; at += 1) buffer.add([line(at)]);
  buffer.beat();
  assert.equal(sent.length, 1, 'nothing is sent that would wait in memory');
  drain();
  assert.deepEqual(sent[1], ['dropped', { lines: 500 }]);
  drain();
  const [, { logs }] = sent[2] as ['lines', { logs: LogRecord[] }];
  assert.deepEqual([logs.length, logs[0]?.id, logs.at(-1)?.id], [1000, '501', '1500']);
  drain();
  assert.equal(sent.length, 3);
});

test('long lines that wait leave sooner, so that a reader that takes nothing costs little', () => {
  const { sent, stream, drain } = slowReader();
  const buffer = lineBuffer(stream);
  const megabyte = 'x'.repeat(1024 * 1024);
  for (let at = 0; at <= 5; at += 1) buffer.add([line(at, megabyte)]);
  drain();
  drain();
  assert.deepEqual(sent[1], ['dropped', { lines: 2 }]);
  const [, { logs }] = sent[2] as ['lines', { logs: LogRecord[] }];
  assert.deepEqual(
    logs.map(({ id }) => id),
    ['3', '4', '5'],
  );
});

test('who reads comes to the end; who does not is cut off', () => {
  const { sent, stream, drain } = slowReader();
  const buffer = lineBuffer(stream);
  buffer.end();
  buffer.add([line(0)]);
  buffer.end();
  drain();
  buffer.end();
  assert.deepEqual(
    sent.map(([event]) => event),
    ['end', 'lines', 'cut', 'end'],
  );
});

test('nothing is sent when nothing came, but that somebody is here', () => {
  const { sent, stream } = slowReader();
  const buffer = lineBuffer(stream);
  buffer.add([]);
  buffer.beat();
  assert.deepEqual(sent, [['beat', {}]]);
});

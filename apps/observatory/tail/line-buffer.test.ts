import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import type { EventStream } from './event-stream.ts';
import { lineBuffer } from './line-buffer.ts';
import { lineEvents } from './line-events.ts';

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
    send(text) {
      const [, event = '', json = 'null'] = /^event: (\w+)\ndata: (.*)\n\n$/.exec(String(text)) ?? [];
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
  const idsOf = ([, told]: [string, unknown] = ['', {}]) =>
    ((Object(told).logs ?? []) as LogRecord[]).map(({ id }) => Number(id));
  return { sent, stream, drain: () => resume(), idsOf, events: () => sent.map(([event]) => event) };
}

const linesFrom = (from: number, count: number, body = '') =>
  lineEvents(Array.from({ length: count }, (_, at) => line(from + at, body)));

test('lines are put together as they come, many short ones or few long ones', () => {
  const sizes = (count: number, body: string) => linesFrom(0, count, body).map(({ lines }) => lines);
  assert.deepEqual([sizes(0, ''), sizes(1, ''), sizes(250, '')], [[], [1], [100, 100, 50]]);
  assert.deepEqual(sizes(3, 'x'.repeat(200_000)), [1, 1, 1]);
});

test('what a slow reader cannot take waits, then leaves, and is told of', () => {
  const { sent, stream, drain, idsOf } = slowReader();
  const buffer = lineBuffer(stream);
  buffer.add(linesFrom(0, 1));
  assert.deepEqual(idsOf(sent[0]), [0]);
  const long = 'x'.repeat(100_000);
  for (let at = 1; at <= 50; at += 1) buffer.add(linesFrom(at, 1, long));
  buffer.beat(0);
  assert.equal(sent.length, 1, 'nothing is sent that would wait in memory');
  drain();
  assert.deepEqual(sent[1], ['dropped', { lines: 9 }]);
  for (let at = 10; at <= 50; at += 1) {
    drain();
    assert.deepEqual(idsOf(sent.at(-1)), [at]);
  }
  drain();
  assert.equal(sent.length, 43);
});

test('who reads comes to the end; who does not is cut off', () => {
  const { stream, drain, events } = slowReader();
  const buffer = lineBuffer(stream);
  buffer.end();
  buffer.add(linesFrom(0, 1));
  buffer.end();
  drain();
  buffer.end();
  assert.deepEqual(events(), ['end', 'lines', 'cut', 'end']);
});

test('who takes nothing for half a minute is let go and told why, and cut off when even that is not read', () => {
  const { sent, stream, drain, events } = slowReader();
  const buffer = lineBuffer(stream);
  buffer.add(linesFrom(0, 300));
  for (const nowMs of [0, 15_000]) buffer.beat(nowMs);
  drain();
  for (const nowMs of [20_000, 35_000]) buffer.beat(nowMs);
  assert.deepEqual(events(), ['lines', 'lines'], 'who reads a little is waited for');
  buffer.beat(50_000);
  assert.deepEqual(events().slice(2), ['ended', 'end']);
  assert.match(Object(sent[2]?.[1]).message, /faster than this page reads/);
  drain();
  buffer.add(linesFrom(300, 1));
  buffer.beat(65_000);
  assert.deepEqual(events().slice(4), ['cut']);
});

test('nothing is sent when nothing came, but that somebody is here', () => {
  const { sent, stream } = slowReader();
  const buffer = lineBuffer(stream);
  buffer.add([]);
  buffer.beat(0);
  assert.deepEqual(sent, [['beat', {}]]);
});

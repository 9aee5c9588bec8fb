import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import { addLines, noTailLines, tailAbove } from './tail-lines.ts';

const line = (id: number): LogRecord => ({
  id: String(id),
  timeUnixNano: '0',
  service: 'shop',
  instance: null,
  severity: 'INFO',
  body: '',
  traceId: null,
  spanId: null,
  attributes: {},
});
const idsOf = (lines: readonly LogRecord[]) => lines.map(({ id }) => id).join(' ');

test('new lines stand above those before, or wait for the reader', () => {
  const shown = addLines(noTailLines, [line(1), line(2)], false);
  const held = addLines(shown, [line(3), line(4)], true);
  assert.deepEqual([idsOf(held.shown), idsOf(held.waiting)], ['2 1', '3 4']);
  const released = addLines(held, [], false);
  assert.deepEqual([idsOf(released.shown), released.waiting.length], ['4 3 2 1', 0]);
});

test('what waits is bounded, and what was missed is counted', () => {
  const many = Array.from({ length: 1500 }, (_, at) => line(at));
  const held = addLines(noTailLines, many, true);
  assert.deepEqual([held.waiting.length, held.waiting[0]?.id, held.missed], [1000, '500', 500]);
  assert.equal(addLines(held, [], false).shown.length, 1000);
});

test('a line that was asked for meanwhile stands there once', () => {
  assert.equal(idsOf(tailAbove([line(3), line(2)], [line(2), line(1)])), '3 2 1');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TraceSummary } from '@octo/contracts/observatory.ts';
import { layOutPicture } from './picture-layout.ts';

function traceOf(startMs: number, durationMs: number): TraceSummary {
  return {
    traceId: String(startMs).padStart(32, '0'),
    service: 'shop',
    name: 'GET /',
    startTimeUnixNano: String(BigInt(startMs) * 1_000_000n),
    durationMs,
    status: 'unset',
    spanCount: 1,
    errorCount: 0,
    services: ['shop'],
  };
}

test('what started first stands to the left, what took longest on top', () => {
  const { traces } = layOutPicture([traceOf(2000, 10), traceOf(1000, 1000), traceOf(1500, 1)]);
  assert.deepEqual(
    traces.map(({ x, y }) => [x, Number(y.toFixed(4))]),
    [
      [0, 1],
      [0.5, 0],
      [1, 0.3333],
    ],
  );
});

test('there is a line for every power of ten', () => {
  const { lines } = layOutPicture([traceOf(1, 4), traceOf(2, 300)]);
  assert.deepEqual(lines, [
    { ms: 1, y: 0 },
    { ms: 10, y: 1 / 3 },
    { ms: 100, y: 2 / 3 },
    { ms: 1000, y: 1 },
  ]);
});

test('one alone stands in the middle, one without a duration on the ground', () => {
  const { traces } = layOutPicture([traceOf(1, 0)]);
  assert.deepEqual([traces[0]?.x, traces[0]?.y], [0.5, 0]);
});

test('nothing is drawn of nothing', () => {
  assert.deepEqual(layOutPicture([]), { traces: [], lines: [] });
});

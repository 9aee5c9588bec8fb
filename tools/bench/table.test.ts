import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Figure, verdict } from './row.ts';
import { resultTable } from './table.ts';

const ratio: Figure = { value: 1.5, unit: '×', interval: { low: 1.4, high: 1.62 }, target: { must: 2, want: 1.2 } };

const verdicts: [figure: Figure, verdict: string][] = [
  [{ ...ratio, value: 1.2 }, 'want'],
  [ratio, 'must'],
  [{ ...ratio, value: 2.01 }, 'missed'],
  [{ ...ratio, value: 0.7, target: { must: 0.6, want: 0.8 }, isMoreBetter: true }, 'must'],
  [{ ...ratio, value: 0.5, target: { must: 0.6, want: 0.8 }, isMoreBetter: true }, 'missed'],
  [{ value: 3, unit: 's' }, ''],
  [{ ...ratio, value: Number.NaN }, 'missed'],
];

for (const [figure, expected] of verdicts) {
  const { value, target } = figure;
  test(`${value} against ${JSON.stringify(target)} is ${expected || 'judged by nobody'}`, () =>
    assert.equal(verdict(figure), expected));
}

test('a row says what was measured and leaves empty what was not', () => {
  const summary = {
    requestsPerSecond: 12_345.6,
    cpuMicrosPerRequest: 61.24,
    p50Ms: 0.412,
    p95Ms: 1.2,
    p99Ms: Number.NaN,
  };
  const rows = [
    { what: 'a page', figure: ratio, ours: summary, floor: summary },
    { what: 'memory', figure: { value: 339, unit: 'MB' as const }, note: 'idle' },
  ];
  const cells = resultTable(rows)
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1)
        .join('|'),
    );
  assert.deepEqual(cells.slice(2), [
    'a page|1.50 × (1.40–1.62)||≤ 2.00|≤ 1.20|must|12346|0.41|1.20||61.2||61.2 µs, 12346/s|',
    'memory|339 MB||||||||||||idle',
  ]);
});

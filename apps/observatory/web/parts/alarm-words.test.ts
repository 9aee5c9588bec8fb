import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alarmFigures, alarmStanding } from './alarm-words.ts';

for (const [value, threshold, unit, words] of [
  [0.9, 0.9, 'count', ['0.9 sessions', '0.9 sessions']],
  [0.93, 0.9, 'count', ['0.93 sessions', '0.9 sessions']],
  [0.900001, 0.9, 'count', ['0.900001 sessions', '0.9 sessions']],
  [1.01, 1, 'count', ['1.01 sessions', '1 session']],
  [0.04, 0, 'count', ['0.04 sessions', '0 sessions']],
  [2033, 10, 'count', ['2,033 sessions', '10 sessions']],
  [0.974, 0.97, 'percent', ['97.4%', '97%']],
  [0.4991, 0.5, 'percent', ['49.9%', '50%']],
  [59.96, 60, 's', ['59.96 s', '60 s']],
  [90.3, 60, 's', ['1 min 31 s', '1 min']],
  [90.3, 91, 's', ['90 s', '91 s']],
  [999.7, 1000, 'ms', ['999.7 ms', '1,000 ms']],
  [4000.2, 4000, 'ms', ['4,000.2 ms', '4,000 ms']],
  [null, 4000, 'ms', ['–', '4 s']],
] as const)
  test(`${value} against ${threshold} ${unit} is read as ${words.join(' against ')}`, () => {
    const noun = unit === 'count' ? 'session' : null;
    const figures = alarmFigures({ value, threshold, unit, noun });
    assert.deepEqual([figures.value, figures.threshold], words);
  });

test('numbers that differ at all are seen to differ', () => {
  for (const unit of ['count', 'percent', 's', 'ms', 'none'] as const)
    for (const threshold of [0.07, 0.9, 1, 60, 500]) {
      const figures = alarmFigures({ value: threshold * (1 + 2 ** -52), threshold, unit, noun: null });
      assert.notEqual(figures.value, figures.threshold, `${threshold} ${unit}`);
    }
});

test('one of what is counted is told as one, and a burn by its limit', () => {
  const messages = { kind: 'metric', value: 1, threshold: 0, unit: 'count', noun: 'message' } as const;
  assert.equal(alarmStanding(messages), '1 message, fires above 0 messages');
  assert.equal(alarmStanding({ ...messages, value: 4 }), '4 messages, fires above 0 messages');
  const burn = { kind: 'burn', value: 1.004, threshold: 1, unit: 'percent', noun: null } as const;
  assert.equal(alarmStanding(burn), '100.4% of its limit');
});

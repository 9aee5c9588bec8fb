import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneSeverity, severityOf } from './severities.ts';

for (const [sent, label, tone] of [
  ['ERROR', 'ERROR', 'bad'],
  ['warn', 'warn', 'warn'],
  ['INFO3', 'INFO3', 'info'],
  ['', 'Not said', 'quiet'],
  ['toString', 'toString', 'quiet'],
] as const)
  test(`${sent || 'nothing'} is shown as ${label}, ${tone}`, () => assert.deepEqual(severityOf(sent), { label, tone }));

test('only a severity that can be asked for counts', () => {
  assert.deepEqual([oneSeverity('WARN'), oneSeverity('warn'), oneSeverity(undefined)], ['WARN', undefined, undefined]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addUp, type Completed, noTests, summaryLine, sumOf } from './tally.ts';

const base: Completed = { name: 'adds', isFile: false, isSuite: false, isSkipped: false };
const file: Completed = { ...base, name: 'sum.test.ts', isFile: true };
const echo = Object.assign(new Error('1 subtest failed'), { failureType: 'subtestsFailed' });

test('counts tests, not suites and files', () => {
  const { tally } = addUp([base, { ...base, isSkipped: true }, { ...base, isSuite: true }, file]);
  assert.deepEqual(tally, { passed: 1, failed: 0, skipped: 1 });
});

test('a failure is counted and told once, with its line, although its parents repeat it', () => {
  const failing = { ...base, line: 7, error: new Error('test failed', { cause: new Error('1 is not 2') }) };
  const result = addUp([failing, { ...base, isSuite: true, error: echo }, { ...file, error: echo }]);
  assert.deepEqual(result.tally, { passed: 0, failed: 1, skipped: 0 });
  assert.equal(result.failures.length, 1);
  assert.match(result.failures[0] ?? '', /^adds \(line 7\)\n {4}Error: 1 is not 2/);
});

test('a file that breaks outside its tests fails', () => {
  assert.deepEqual(addUp([base, { ...file, error: new Error('exit code 1') }]).tally, {
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});

test('a suite that breaks in its own hook fails', () => {
  assert.equal(addUp([base, { ...base, isSuite: true, error: new Error('before hook') }, file]).tally.failed, 1);
});

test('a file without a test fails', () => {
  assert.deepEqual(addUp([file]), { tally: { passed: 0, failed: 1, skipped: 0 }, failures: [noTests] });
});

test('the last line names skipped tests only when there are any', () => {
  const some = { passed: 2, failed: 0, skipped: 0 };
  assert.equal(summaryLine(some), '2 passed, 0 failed');
  assert.equal(summaryLine(sumOf([some, { passed: 1, failed: 1, skipped: 3 }])), '3 passed, 1 failed, 3 skipped');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toApiProblem, unreachable } from './api/api-problem.ts';
import { failureWords } from './failure-words.ts';

for (const [status, title, canRetry] of [
  [403, 'This is not for your role', false],
  [404, 'Not found', false],
  [503, 'Not available just now', true],
  [500, 'This could not be shown', true],
  [400, 'This could not be shown', false],
] as const)
  test(`${status} is told as “${title}”, ${canRetry ? 'with' : 'without'} trying again`, () => {
    const words = failureWords(toApiProblem(status, { message: 'Because.' }));
    assert.deepEqual([words.title, words.canRetry], [title, canRetry]);
    assert.match(words.message, /^Because\./);
  });

test('no connection can be tried again', () => {
  assert.ok(failureWords(unreachable()).canRetry);
});

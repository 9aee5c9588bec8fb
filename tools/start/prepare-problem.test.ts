import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepareProblem } from './prepare-problem.ts';

const refused = Object.assign(new Error('password authentication failed'), { code: '28P01' });

test('a wrong password of the embedded database is a matter of its secrets', () => {
  assert.match(prepareProblem(refused, false), /^Preparing .*failed: password .*failed\n.*secrets\.json.*db:reset/);
});

test("a wrong password of the person's own server is a matter of its address", () => {
  const problem = prepareProblem(refused, true);
  assert.match(problem, /^Preparing .*failed: password .*failed\n.*Check DATABASE_URL/);
  assert.doesNotMatch(problem, /secrets\.json|db:reset/);
});

test('an error without advice is told as it is, by its code when it has no words', () => {
  assert.equal(prepareProblem(new Error('odd'), true), 'Preparing the database failed: odd');
  assert.equal(
    prepareProblem(Object.assign(new Error(''), { code: 'EPIPE' }), true),
    'Preparing the database failed: EPIPE',
  );
});

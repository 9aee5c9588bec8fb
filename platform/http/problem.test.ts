import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError, type ErrorKind } from '../errors/app-error.ts';
import { toProblem } from './problem.ts';

const statuses: [ErrorKind, number][] = [
  ['Invalid', 400],
  ['Unauthorized', 401],
  ['Declined', 402],
  ['Forbidden', 403],
  ['NotFound', 404],
  ['Conflict', 409],
  ['Gone', 410],
  ['Unprocessable', 422],
  ['LimitExceeded', 429],
  ['Unavailable', 503],
  ['TimedOut', 504],
];

for (const [kind, status] of statuses) {
  test(`${kind} is ${status}, with its title, code, message and fields`, () => {
    const fields = [{ field: 'name', message: 'is odd' }];
    const problem = toProblem(new AppError(kind, 'part.code', 'What happened.', { fields }), 'trace');
    assert.notEqual(problem.title, 'Something went wrong');
    assert.deepEqual(
      { ...problem, title: '' },
      {
        type: 'about:blank',
        title: '',
        status,
        code: 'part.code',
        message: 'What happened.',
        detail: 'What happened.',
        field: 'name',
        errors: fields,
        trace_id: 'trace',
      },
    );
  });
}

test('what nobody expected tells nothing of itself', () => {
  const coded = Object.assign(new Error('duplicate key (email)=(a@b.c)'), { code: '23505' });
  const served = Object.assign(new Error('upstream said a@b.c'), { statusCode: 502 });
  for (const thrown of [coded, served, 'a@b.c', undefined, { statusCode: 400, message: 'a@b.c' }]) {
    const problem = toProblem(thrown, 'trace');
    assert.deepEqual([problem.status, problem.code], [500, 'internal']);
    assert.doesNotMatch(JSON.stringify(problem), /a@b\.c/);
  }
});

test("the framework's refusals are told in our words, known or not", () => {
  const refusal = (code: string, statusCode: number) => Object.assign(new Error('FST internals'), { code, statusCode });
  assert.equal(toProblem(refusal('FST_ERR_CTP_BODY_TOO_LARGE', 413), 't').code, 'http.body_too_large');
  const unknown = toProblem(refusal('FST_ERR_OF_TOMORROW', 422), 't');
  assert.deepEqual([unknown.status, unknown.code], [422, 'http.malformed']);
  assert.doesNotMatch(JSON.stringify(unknown), /FST/);
});

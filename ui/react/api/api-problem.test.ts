import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiProblem, asApiProblem, isPassing, toApiProblem, unreachable } from './api-problem.ts';

const told = {
  type: 'about:blank',
  title: 'Conflict',
  status: 409,
  code: 'catalog.stale_edit',
  message: 'Somebody else changed this product.',
  detail: 'Somebody else changed this product.',
  field: 'version',
  errors: [{ field: 'version', message: 'is not the current one' }],
  trace_id: '0af7651916cd43dd8448eb211c80319c',
  current: { version: 4 },
};

test('a problem is taken over with what its code adds', () => {
  const problem = toApiProblem(409, told);
  assert.ok(problem instanceof ApiProblem);
  assert.deepEqual([problem.status, problem.code, problem.message], [409, told.code, told.message]);
  assert.deepEqual(problem.fields, told.errors);
  assert.equal(problem.traceId, told.trace_id);
  assert.deepEqual(problem.extensions, { current: { version: 4 } });
});

test('a trace that is none is not told', () => {
  assert.equal(toApiProblem(404, { ...told, trace_id: '0'.repeat(32) }).traceId, undefined);
});

test('the time to wait comes from the header, when it is a number of seconds', () => {
  assert.equal(toApiProblem(429, {}, '90').retryAfterSeconds, 90);
  assert.equal(toApiProblem(429, {}, 'Wed, 21 Oct 2026 07:28:00 GMT').retryAfterSeconds, undefined);
  assert.equal(toApiProblem(429, {}).retryAfterSeconds, undefined);
});

for (const [body, what] of [
  [undefined, 'nothing'],
  ['<html>Bad gateway</html>', 'a page of somebody else'],
  [null, 'null'],
  [[1], 'a list'],
  [{ message: 7, errors: 'none', trace_id: '' }, 'fields of another kind'],
] as const)
  test(`an answer of ${what} still says something sensible`, () => {
    const problem = toApiProblem(502, body);
    assert.deepEqual([problem.code, problem.fields, problem.traceId], ['http.502', [], undefined]);
    assert.match(problem.message, /try again/);
  });

test('a field problem without its parts is left out', () => {
  const { fields } = toApiProblem(400, { errors: [{ field: 'price' }, { field: 'sku', message: 'is taken' }, null] });
  assert.deepEqual(fields, [{ field: 'sku', message: 'is taken' }]);
});

test('what passes by itself is asked again, what a person has to change is not', () => {
  assert.ok(isPassing(unreachable()));
  for (const [status, expected] of [
    [500, false],
    [503, true],
    [504, true],
    [400, false],
    [401, false],
    [403, false],
    [404, false],
    [409, false],
    [429, false],
  ] as const)
    assert.equal(isPassing(toApiProblem(status, {})), expected, String(status));
});

test('a fault of the page itself tells nothing of its inside', () => {
  const problem = asApiProblem(new TypeError('rows is undefined'));
  assert.equal(problem.code, 'page.failed');
  assert.doesNotMatch(problem.message, /undefined/);
});

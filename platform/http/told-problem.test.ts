import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProblem } from './told-problem.ts';

const fields = [{ field: 'limit', message: 'must be at most 100' }];

const cases: Record<string, [text: string, expected: object]> = {
  'a problem': [
    JSON.stringify({ code: 'http.invalid', message: 'Wrong.', errors: fields, trace_id: 'x' }),
    { code: 'http.invalid', message: 'Wrong.', fields },
  ],
  'a code alone': ['{"code":"things.gone"}', { code: 'things.gone' }],
  'an error page': ['<html>Bad Gateway</html>', { code: undefined }],
  'a code that is none': ['{"code":"ORA-00001 (ada@example.com)","message":"m"}', { code: undefined }],
  'a message that is none': ['{"code":"a.b","message":{"x":1},"errors":"all"}', { code: 'a.b' }],
  'fields that are none': ['{"code":"a.b","errors":[null,{"field":1},{"field":"a"}]}', { code: 'a.b' }],
  'no object': ['null', { code: undefined }],
};

for (const [what, [text, expected]] of Object.entries(cases)) {
  test(`reads ${what}`, () => assert.deepEqual(readProblem(text), expected));
}

test('what a peer says is bounded', () => {
  const errors = Array.from({ length: 50 }, (_, index) => ({ field: `f${index}`, message: 'm' }));
  const told = readProblem(JSON.stringify({ code: 'a.b', message: 'x'.repeat(5000), errors }));
  assert.deepEqual([told.message?.length, told.fields?.length], [1000, 20]);
});

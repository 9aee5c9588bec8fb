import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutLine, mostCharacters } from './cut-line.ts';

test('a line that fits is sent as it is', () => {
  const line = JSON.stringify({ message: 'x'.repeat(mostCharacters - 14) });
  assert.equal(line.length, mostCharacters);
  assert.equal(cutLine(line), line);
});

test('of a line that does not, the longest text is cut, and how much is missing is told', () => {
  const fields = {
    severity: 'ERROR',
    trace_id: 'a'.repeat(32),
    'error.stack': 'at somewhere\n'.repeat(5000),
    message: 'failed',
  };
  const line = JSON.stringify(fields);
  const { 'error.stack': stack, 'octo.log.cut': cut, ...rest } = JSON.parse(cutLine(line));
  const { 'error.stack': whole, ...expected } = fields;
  assert.deepEqual(rest, expected);
  assert.ok(whole.startsWith(stack) && stack.length > 6000, String(stack.length));
  assert.equal(cut, line.length - JSON.stringify({ ...expected, 'error.stack': stack }).length);
});

test('whatever a line holds, what is sent fits and can be read', () => {
  const value = fc.oneof(fc.string({ maxLength: 30_000, unit: 'binary' }), fc.double({ noNaN: true }), fc.boolean());
  const lines = fc.dictionary(fc.string({ maxLength: 20 }), value, { maxKeys: 200 });
  fc.assert(
    fc.property(lines, (fields) => {
      const line = JSON.stringify(fields);
      const short = cutLine(line);
      JSON.parse(short);
      return short.length <= mostCharacters;
    }),
    { numRuns: 50 },
  );
});

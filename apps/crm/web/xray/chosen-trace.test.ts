import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenTrace } from './chosen-trace.ts';

const trace = (trace_id: string) => ({ trace_id, first_at: null, steps: [] });
const record = { traces: [trace('a'), trace('b')], open_trace_id: 'a' };

test('the trace that was asked for is told of', () => assert.equal(chosenTrace(record, 'b')?.trace_id, 'b'));

for (const asked of [undefined, 'of another record'])
  test(`the one that says most is told of when ${asked === undefined ? 'none' : 'another'} was asked for`, () =>
    assert.equal(chosenTrace(record, asked)?.trace_id, 'a'));

test('a record that nobody traced has none', () =>
  assert.equal(chosenTrace({ traces: [], open_trace_id: null }, 'a'), undefined));

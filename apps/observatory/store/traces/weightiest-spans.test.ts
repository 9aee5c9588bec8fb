import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SpanWeight, weightiest } from './weightiest-spans.ts';

function span(id: number, parent: number | null, about: Partial<SpanWeight> = {}): SpanWeight {
  return {
    id,
    spanId: `s${id}`,
    parentId: parent === null ? null : `s${parent}`,
    isError: false,
    durationMs: 1,
    ...about,
  };
}

test('an error comes first, with all that is above it, then the longest', () => {
  const spans = [
    span(1, null, { durationMs: 100 }),
    span(2, 1, { durationMs: 90 }),
    span(3, 1, { durationMs: 2 }),
    span(4, 3, { isError: true }),
  ];
  assert.deepEqual(weightiest(spans, 3), [1, 3, 4]);
  assert.deepEqual(weightiest(spans, 4), [1, 2, 3, 4]);
});

test('spans that name each other as parents do not keep it going round', () => {
  assert.deepEqual(weightiest([span(1, 2), span(2, 1)], 5), [1, 2]);
});

test('of a large trace as many are chosen as there is room for', () => {
  const many = Array.from({ length: 50_000 }, (_, at) => span(at, at === 0 ? null : 0, { durationMs: at % 7 }));
  assert.equal(weightiest(many, 10_000).length, 10_000);
});

test('a chain that is longer than the room leaves out what is too far below', () => {
  const chain = Array.from({ length: 20 }, (_, at) => span(at, at === 0 ? null : at - 1, { durationMs: 20 - at }));
  assert.deepEqual(weightiest(chain, 5), [0, 1, 2, 3, 4]);
});

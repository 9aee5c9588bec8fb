import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bind, Placeholder, paddedSize, placeholdersFor, shapeOf } from './placeholders.ts';

const sizes: [number, number][] = [
  [1, 1],
  [2, 2],
  [3, 4],
  [4, 4],
  [5, 8],
  [129, 256],
  [256, 256],
];

for (const [length, padded] of sizes) {
  test(`a list of ${length} is padded to ${padded}`, () => assert.equal(paddedSize(length), padded));
}

test('an empty list and one past the largest size cannot be bound', () => {
  assert.throws(() => paddedSize(0), RangeError);
  assert.throws(() => paddedSize(257), RangeError);
});

test('every value of an input has its placeholder', () => {
  const placeholders = placeholdersFor({
    id: 7,
    ids: [1, 2, 3],
    rows: [{ a: 1 }, { a: 2 }],
    at: new Date(0),
    none: null,
  });
  assert.deepEqual(placeholders, {
    id: new Placeholder(['id']),
    ids: [0, 1, 2, 3].map((index) => new Placeholder(['ids', index])),
    rows: [{ a: new Placeholder(['rows', 0, 'a']) }, { a: new Placeholder(['rows', 1, 'a']) }],
    at: new Placeholder(['at']),
    none: new Placeholder(['none']),
  });
});

test('inputs share a text when their lists need the same sizes', () => {
  assert.equal(shapeOf({ id: 1, ids: [1, 2, 3] }), shapeOf({ id: 2, ids: [4, 5, 6, 7] }));
  assert.notEqual(shapeOf({ ids: [1, 2] }), shapeOf({ ids: [1, 2, 3] }));
  assert.notEqual(shapeOf({ rows: [{ a: 1 }] }), shapeOf({ rows: [{ a: 1 }, { a: 2 }] }));
  assert.notEqual(shapeOf({ a: 1 }), shapeOf({ a: 1, b: 1 }));
  assert.notEqual(shapeOf({ a: [1], b: [1, 2] }), shapeOf({ a: [1, 2], b: [1] }));
});

test('dates in a list are values, not rows', () => {
  const dates = [new Date(1), new Date(2), new Date(3)];
  assert.deepEqual(bind(placeholdersFor({ dates }).dates, { dates }), [...dates, new Date(3)]);
});

test('placeholders become the values of a run, constants stay, and a padded list repeats its last value', () => {
  const parameters = [new Placeholder(['id']), 'constant', new Placeholder(['ids', 1]), new Placeholder(['ids', 3])];
  assert.deepEqual(bind(parameters, { id: 7, ids: [10, 20, 30] }), [7, 'constant', 20, 30]);
  assert.deepEqual(bind([new Placeholder(['rows', 1, 'a'])], { rows: [{ a: 1 }, { a: null }] }), [null]);
});

test('a value that is missing is refused instead of bound as nothing', () => {
  assert.throws(() => bind([new Placeholder(['id'])], {}), /no value for id/);
  assert.throws(() => bind([new Placeholder(['rows', 0, 'b'])], { rows: [{ a: 1 }] }), /no value for rows\.0\.b/);
});

test('a padded list holds the same set of values, whatever its length', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 256 }), (ids) => {
      const bound = bind(placeholdersFor({ ids }).ids, { ids });
      assert.equal(bound.length, paddedSize(ids.length));
      assert.deepEqual(new Set(bound), new Set(ids));
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldTerm, hasTerm, withoutTerm, withTerm } from './log-terms.ts';

test('a field is written as the search box takes it', () => {
  assert.equal(fieldTerm('http.route', '/api/orders/:id'), 'http.route=/api/orders/:id');
  assert.equal(fieldTerm('reason', 'out of stock', '!='), 'reason!="out of stock"');
  assert.equal(fieldTerm('late', false), 'late=false');
});

test('what cannot be asked for is no search', () => {
  for (const value of ['', 'a "b"', 'a\nb', 'x'.repeat(201), ['a'], null])
    assert.equal(fieldTerm('name', value), undefined);
  assert.equal(fieldTerm('a name', 1), undefined);
});

test('a search is narrowed, turned round and widened again', () => {
  const narrowed = withTerm('order', 'late=true');
  assert.equal(narrowed, 'order late=true');
  assert.equal(withTerm(narrowed, 'late=true'), 'order late=true');
  assert.equal(withTerm(narrowed, 'late!=true'), 'order late!=true');
  assert.equal(withTerm(withTerm('a', 'b!="c d"'), 'b="c d"'), 'a b="c d"');
  assert.equal(withoutTerm(narrowed, 'late=true'), 'order');
  assert.equal(withTerm(undefined, 'late=true'), 'late=true');
  assert.ok(hasTerm('late=true order', 'late=true') && !hasTerm('late=trueish', 'late=true'));
});

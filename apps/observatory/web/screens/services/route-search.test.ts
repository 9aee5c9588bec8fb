import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routeSearch } from './route-search.ts';

test('a route is found by its name and its template', () => {
  assert.deepEqual(routeSearch('GET /orders/:id'), { q: 'GET /orders/:id', route: '/orders/:id' });
});

test('what no route has matched is found by its name', () => {
  assert.deepEqual(routeSearch('GET'), { q: 'GET' });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathOf } from './audit-paths.ts';

const may = () => true;

test('what has a page leads there', () => {
  for (const resource of ['orders/17', 'products/3', 'shops/1']) assert.equal(pathOf(resource, may), `/${resource}`);
  assert.equal(pathOf('queries/orders_backlog', may), '/query-lab?query=orders_backlog');
});

test('what has none, or is not for the person, leads nowhere', () => {
  for (const resource of ['users/5', 'deliveries/0199-a/crm', 'orders/', 'orders/0', '../orders/1', 'toString/1'])
    assert.equal(pathOf(resource, may), undefined, resource);
  assert.equal(
    pathOf('products/3', (permission) => permission !== 'products.read'),
    undefined,
  );
  assert.equal(
    pathOf('queries/orders_backlog', () => false),
    undefined,
  );
});

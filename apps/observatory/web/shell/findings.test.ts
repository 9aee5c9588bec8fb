import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsFor } from './findings.ts';
import { places } from './places.ts';

const services = ['octo-drone-shop', 'octo-enterprise-crm'];

function pathsFor(typed: string): string[] {
  return findingsFor(typed, services).flatMap(({ findings }) => findings.map(({ path }) => path));
}

test('nothing typed offers every page and service', () => {
  const traces = services.map((service) => `/traces?service=${service}`);
  assert.deepEqual(pathsFor(''), [...places.map(({ path }) => path), ...traces]);
});

test('a trace id leads to its trace and nowhere else, however it was copied', () => {
  const id = '0af7651916cd43dd8448eb211c80319c';
  assert.deepEqual(pathsFor(` ${id.toUpperCase()} `), [`/traces/${id}`]);
});

test('a SQL_ID leads to its statement first, and words of that length do not', () => {
  assert.equal(pathsFor('6wfj6ymqmqy0c')[0], '/sql/by-sql-id/6wfj6ymqmqy0c');
  assert.ok(!pathsFor('configuration').some((path) => path.startsWith('/sql/')));
});

test('other words are looked for among pages, services, spans and logs', () => {
  assert.deepEqual(pathsFor('shop'), ['/traces?service=octo-drone-shop', '/traces?q=shop', '/logs?q=shop']);
});

test('an attribute is looked for as it was typed', () => {
  assert.deepEqual(pathsFor('octo.order.id=17'), ['/traces?q=octo.order.id%3D17', '/logs?q=octo.order.id%3D17']);
});

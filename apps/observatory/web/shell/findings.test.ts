import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsFor } from './findings.ts';

const services = ['octo-drone-shop', 'octo-enterprise-crm'];

function pathsFor(typed: string): string[] {
  return findingsFor(typed, services).flatMap(({ findings }) => findings.map(({ path }) => path));
}

test('nothing typed offers every page and service', () => {
  assert.deepEqual(pathsFor(''), [
    '/',
    '/traces',
    '/logs',
    '/status',
    '/traces?service=octo-drone-shop',
    '/traces?service=octo-enterprise-crm',
  ]);
});

test('a trace id leads to its trace and nowhere else, however it was copied', () => {
  const id = '0af7651916cd43dd8448eb211c80319c';
  assert.deepEqual(pathsFor(` ${id.toUpperCase()} `), [`/traces/${id}`]);
});

test('other words are looked for among pages, services, spans and logs', () => {
  assert.deepEqual(pathsFor('shop'), ['/traces?service=octo-drone-shop', '/traces?q=shop', '/logs?q=shop']);
});

test('an attribute is looked for as it was typed', () => {
  assert.deepEqual(pathsFor('octo.order.id=17'), ['/traces?q=octo.order.id%3D17', '/logs?q=octo.order.id%3D17']);
});

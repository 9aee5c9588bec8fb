import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserStep } from '@octo/contracts/observatory-browser.ts';
import { describeStep } from './describe-step.ts';
import { viewsOf } from './views-of.ts';

const step: BrowserStep = {
  kind: 'interaction',
  timeUnixNano: '1',
  durationMs: 1,
  name: 'click link /cart',
  page: '/',
  viewId: '1',
  isFailed: false,
  traceId: null,
  spanId: null,
  hasServerSpans: false,
  attributes: {},
};

test('steps stand below their page, and what a page says late stands with it', () => {
  const views = viewsOf([step, { ...step, viewId: '2', page: '/cart' }, { ...step, kind: 'web_vital' }]);
  assert.deepEqual(
    views.map(({ page, steps }) => [page, steps.map(({ kind }) => kind)]),
    [
      ['/', ['interaction', 'web_vital']],
      ['/cart', ['interaction']],
    ],
  );
});

test('a page that was seen twice stands twice', () => {
  assert.equal(viewsOf([step, { ...step, viewId: '2' }]).length, 2);
});

test('what happened is said in words', () => {
  const words = (given: Partial<BrowserStep>) => describeStep({ ...step, ...given });
  assert.deepEqual(words({ kind: 'load', attributes: { 'octo.browser.wait_ms': 40, 'octo.browser.dom_ms': 100 } }), {
    title: 'Page loaded',
    details: 'server 40 ms, drawing 100 ms',
  });
  const vital = { 'web_vital.name': 'LCP', 'web_vital.value': 1200 };
  assert.equal(words({ kind: 'web_vital', attributes: vital }).title, 'Largest contentful paint 1.20 s');
  const failed = { 'http.response.status_code': 503 };
  assert.deepEqual(words({ kind: 'fetch', name: 'GET /api/cart', attributes: failed }), {
    title: 'GET /api/cart',
    details: 'answered 503',
  });
  const thrown = {
    'exception.type': 'TypeError',
    'exception.message': 'x is undefined',
    'code.file.path': '/a.js',
    'code.line.number': 3,
  };
  assert.deepEqual(words({ kind: 'error', attributes: thrown }), {
    title: 'TypeError: x is undefined',
    details: '/a.js:3',
  });
  assert.deepEqual(
    words({ kind: 'custom', name: 'add_to_cart', attributes: { 'octo.units': 2, 'octo.product.id': 7 } }),
    {
      title: 'Add to cart',
      details: 'product 7, 2 units',
    },
  );
});

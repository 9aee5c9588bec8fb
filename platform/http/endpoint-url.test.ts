import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endpointUrl } from './endpoint-url.ts';

const order = { method: 'GET', path: '/api/orders/:id/lines/:line' } as const;

test('fills in the path, and writes what is asked behind it', () => {
  const params = { id: 17, line: 'a/b?c' };
  const query = { email: 'ada+1@example.com', limit: 5, after: undefined };
  assert.equal(
    endpointUrl('http://crm.internal:8081/base', order, { params, query }).href,
    'http://crm.internal:8081/base/api/orders/17/lines/a%2Fb%3Fc?email=ada%2B1%40example.com&limit=5',
  );
});

test('a parameter that is missing is a mistake', () => {
  assert.throws(() => endpointUrl('http://crm', order, { params: { id: 1 } }), /wants line/);
});

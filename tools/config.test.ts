import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readToolsConfig } from './config.ts';

test('each service of the table has a port, its own or the one that was asked for', () => {
  assert.deepEqual(readToolsConfig({}).ports, { shop: 8080 });
  assert.deepEqual(readToolsConfig({ SHOP_PORT: '9090', OTHER_PORT: 'abc' }).ports, { shop: 9090 });
});

for (const port of ['abc', '0', '99999', '80.5'])
  test(`refuses ${port} as the port of the shop`, () => {
    assert.throws(() => readToolsConfig({ SHOP_PORT: port }), /SHOP_PORT: must be a whole number from 1 to 65535/);
  });

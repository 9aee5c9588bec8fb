import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originOf } from './origin-of.ts';

const pages = ['http://localhost:8080', 'http://127.0.0.1:8080'].map((origin) => ({ app: 'shop', origin }));

test('an app is opened at the name that the observatory was opened by, else at its first', () => {
  assert.equal(originOf(pages, 'shop', '127.0.0.1'), 'http://127.0.0.1:8080');
  assert.equal(originOf(pages, 'shop', 'elsewhere'), 'http://localhost:8080');
  assert.equal(originOf(pages, 'crm', 'localhost'), undefined);
});

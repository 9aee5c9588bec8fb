import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathAfterSignIn, signInTo } from './paths.ts';

test('who was on the way somewhere comes back there, with what was searched', () => {
  const wanted = '/orders?search=Ada&status=placed';
  const [path, query] = signInTo(wanted).split('?');
  assert.equal(path, '/sign-in');
  assert.equal(pathAfterSignIn(new URLSearchParams(query).get('from')), wanted);
  assert.equal(signInTo('/'), '/sign-in');
});

for (const from of [
  null,
  '',
  'orders',
  '//evil.test/x',
  '/\\evil.test',
  '/\t/evil.test',
  '\\/evil.test',
  'https://evil.test/',
  'javascript:alert(1)',
  '/sign-in?from=/sign-in',
])
  test(`nobody is sent to ${JSON.stringify(from)} after signing in`, () => {
    assert.equal(pathAfterSignIn(from), '/');
  });

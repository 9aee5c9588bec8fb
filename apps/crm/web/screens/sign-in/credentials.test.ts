import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyFields, readCredentials } from './credentials.ts';

test('a name may have been typed with spaces around it, a password is taken as it is', () => {
  const form = new FormData();
  form.set('username', ' ada ');
  form.set('password', ' s p ');
  assert.deepEqual(readCredentials(form), { username: 'ada', password: ' s p ' });
});

test('what is missing is said at its field', () => {
  assert.deepEqual(emptyFields(readCredentials(new FormData())), {
    username: 'Enter your username or e-mail.',
    password: 'Enter your password.',
  });
  assert.deepEqual(emptyFields({ username: 'ada', password: 'x' }), {});
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAcceptable, newOraclePassword } from './new-password.ts';

test('makes passwords that an Autonomous Database accepts, and no two alike', () => {
  const passwords = Array.from({ length: 200 }, () => newOraclePassword('octo_shop'));
  assert.equal(new Set(passwords).size, 200);
  assert.ok(passwords.every((password) => isAcceptable(password, 'octo_shop')));
  for (const weak of [
    'Short1',
    'nocapitals123',
    'NOSMALL12345',
    'NoDigitsHere',
    'xOcto_Shop123',
    '1BeginsWithDigit',
    `Aa1${'x'.repeat(28)}`,
  ]) {
    assert.equal(isAcceptable(weak, 'octo_shop'), false, weak);
  }
});

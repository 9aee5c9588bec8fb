import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError } from '../../../errors/app-error.ts';
import { connectFaultOf } from './connect-fault.ts';
import { isSignInRefused, translateError } from './errors.ts';
import { oracleError } from './testing/oracle-error.ts';

const handshake = (words: string) =>
  Object.assign(new Error(`NJS-506: handshake failure\n${words}`), { code: 'NJS-506' });

const lasting: [what: string, error: Error, code: string][] = [
  ['a wrong password', oracleError('ORA-01017'), 'database.sign_in_refused'],
  ['a user that may not sign in', oracleError('ORA-01045'), 'database.sign_in_refused'],
  ['a locked account', oracleError('ORA-28000'), 'database.account_locked'],
  ['a password that has expired', oracleError('ORA-28001'), 'database.password_expired'],
  ['an unknown alias', oracleError('NJS-517'), 'database.address_wrong'],
  ['a wallet that cannot be opened', oracleError('NJS-505'), 'database.wallet_unusable'],
  ['TLS 1.2 without our certificate', handshake('ssl/tls alert handshake failure'), 'database.wallet_refused'],
  ['a certificate of ours that expired', handshake('ssl/tls alert certificate expired'), 'database.wallet_refused'],
  ['an issuer nobody knows', handshake('unable to get local issuer certificate'), 'database.certificate_untrusted'],
];

for (const [what, error, code] of lasting) {
  test(`${what} is told by its code, with advice that the caller does not see, and not tried again soon`, () => {
    const told = translateError(error);
    assert.ok(told instanceof AppError);
    assert.equal(told.code, code);
    assert.equal(told.kind, 'Unavailable');
    assert.ok(told.advice);
    assert.ok(!told.message.includes(told.advice));
    assert.equal(isSignInRefused(error), true);
  });
}

test('a token that has expired is named, and the renewed one is tried at once', () => {
  for (const code of ['NJS-087', 'NJS-168']) {
    assert.match(connectFaultOf(oracleError(code))?.code ?? '', /^database\.token_(expired|unusable)$/);
    assert.equal(isSignInRefused(oracleError(code)), false);
  }
});

test('a handshake that was cut off, and a session that was lost, may pass by themselves', () => {
  const cut = handshake('Client network socket disconnected before secure TLS connection was established');
  for (const error of [cut, oracleError('NJS-500'), oracleError('ORA-03113'), oracleError('NJS-518'), new Error('x')]) {
    assert.equal(connectFaultOf(error), undefined);
    assert.equal(isSignInRefused(error), false);
  }
  const told = translateError(cut);
  assert.ok(told instanceof AppError);
  assert.equal(told.code, 'database.unavailable');
});

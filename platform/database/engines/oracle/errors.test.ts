import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError, type ErrorKind } from '../../../errors/app-error.ts';
import {
  isConnectionLost,
  isDangling,
  isDuplicate,
  isRetryable,
  isSignInRefused,
  oracleCode,
  translateError,
} from './errors.ts';
import { oracleError } from './testing/oracle-error.ts';

interface Meaning {
  kind: ErrorKind;
  code: string;
  codes: string;
}

const meanings: readonly Meaning[] = [
  {
    kind: 'Unavailable',
    code: 'database.unavailable',
    codes: `NJS-500 NJS-501 NJS-503 NJS-513 NJS-521 ORA-00028 ORA-00031 ORA-01012 ORA-01041 ORA-01089 ORA-01092 ORA-02396 ORA-03113
      ORA-03114 ORA-03135 ORA-12537 ORA-12547 ORA-12570 ORA-12583 NJS-510 NJS-511 NJS-518 NJS-530 ORA-01033 ORA-01034
      NJS-040 NJS-076`,
  },
  { kind: 'Unavailable', code: 'database.address_wrong', codes: 'NJS-517' },
  { kind: 'Unavailable', code: 'database.wallet_unusable', codes: 'NJS-505' },
  { kind: 'Unavailable', code: 'database.certificate_of_other_host', codes: 'NJS-507 NJS-508' },
  { kind: 'Unavailable', code: 'database.sign_in_refused', codes: 'ORA-01017' },
  { kind: 'Unavailable', code: 'database.account_locked', codes: 'ORA-28000' },
  { kind: 'Unavailable', code: 'database.token_expired', codes: 'NJS-087' },
  { kind: 'TimedOut', code: 'database.timed_out', codes: 'NJS-123 ORA-00040 ORA-01013' },
  { kind: 'Unavailable', code: 'database.contention', codes: 'ORA-00054 ORA-30006' },
];

for (const { kind, code, codes } of meanings) {
  for (const number of codes.split(/\s+/)) {
    test(`${number} means ${code}, and tells a caller when to come back but nothing of what Oracle said`, () => {
      const cause = oracleError(number);
      const error = translateError(cause);
      assert.ok(error instanceof AppError);
      assert.deepEqual([error.kind, error.code, error.cause], [kind, code, cause]);
      assert.ok(error.retryAfterSeconds);
      assert.doesNotMatch(error.message, /ORA|NJS|ada|docs\.oracle/);
    });
  }
}

for (const number of 'ORA-00001 ORA-00060 ORA-08177 ORA-01400 ORA-02290 ORA-02291 ORA-02292 ORA-12899 ORA-01438 ORA-00942'.split(
  ' ',
)) {
  test(`${number} stays what it is, for who knows what it means there`, () => {
    const error = oracleError(number);
    assert.equal(translateError(error), error);
    assert.equal(oracleCode(error), number);
  });
}

test('a lost session is told by the code of the driver, which it keeps for all of its reasons', () => {
  const killed = oracleError('ORA-00028');
  assert.equal(oracleCode(killed), 'NJS-500');
  assert.ok(isConnectionLost(killed));
  assert.ok(!isConnectionLost(oracleError('NJS-511')));
});

test('only what no new attempt can change counts as a refused sign-in', () => {
  assert.ok(
    ['ORA-01017', 'ORA-28000', 'NJS-517', 'NJS-505', 'NJS-508'].every((code) => isSignInRefused(oracleError(code))),
  );
  assert.ok(
    !['NJS-511', 'NJS-510', 'NJS-500', 'ORA-01034', 'NJS-087'].some((code) => isSignInRefused(oracleError(code))),
  );
});

test('a transaction is run again after a deadlock or a serialisation failure only', () => {
  assert.ok(isRetryable(oracleError('ORA-00060')) && isRetryable(oracleError('ORA-08177')));
  assert.ok(!isRetryable(oracleError('ORA-00001')) && !isRetryable(new Error('other')) && !isRetryable(undefined));
});

test('a key that is taken and one that leads nowhere are told apart', () => {
  assert.ok(isDuplicate(oracleError('ORA-00001')) && !isDuplicate(oracleError('ORA-02291')));
  assert.ok(isDangling(oracleError('ORA-02291')) && !isDangling(oracleError('ORA-00001')));
});

test('what is not of Oracle has no code', () => {
  assert.equal(oracleCode(new Error('other')), 'unknown');
  assert.equal(oracleCode(undefined), 'unknown');
});

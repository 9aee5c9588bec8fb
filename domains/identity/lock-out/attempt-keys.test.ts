import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { attemptKeys, noticeOf } from './attempt-keys.ts';

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

test('an attempt is counted under the hash of the lower-case name and the hash of the network', () => {
  const keys = attemptKeys({ name: 'Ada', address: '::1' });
  assert.deepEqual(keys, { accountKey: sha256('account:ada'), addressKey: sha256('address:0:0:0:0::/64') });
});

test('a name that looks like an address is not counted as one', () => {
  const { accountKey, addressKey } = attemptKeys({ name: '::1', address: '::1' });
  assert.notEqual(accountKey, addressKey);
});

test('the notice of a lock-out has one id for each key, and is counted under neither', () => {
  const { accountKey, addressKey } = attemptKeys({ name: 'ada', address: '::1' });
  const [ofAccount, ofAddress] = [noticeOf(accountKey), noticeOf(addressKey)];
  assert.deepEqual(noticeOf(accountKey), ofAccount);
  assert.notEqual(ofAccount.id, ofAddress.id);
  assert.match(ofAccount.id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  assert.ok(![accountKey, addressKey].includes(ofAccount.noticeKey));
});

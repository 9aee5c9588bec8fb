import { createHash } from 'node:crypto';
import { networkOf } from '@octo/platform/context/network-of.ts';

/** What an attempt to sign in is counted under. Both are hashes: what was typed is not kept. */
export interface AttemptKeys {
  accountKey: string;
  addressKey: string;
}

/** The name of the account, or what was typed where there is none: a stranger is counted like anybody. */
export function attemptKeys({ name, address }: { name: string; address: string }): AttemptKeys {
  return { accountKey: hashOf(`account:${name.toLowerCase()}`), addressKey: hashOf(`address:${networkOf(address)}`) };
}

/** Where it is kept that the lock-out of an account or an address was noted. Never equal to what attempts are counted under. */
export function noticeOf(key: string): { id: string; noticeKey: string } {
  const noticeKey = hashOf(`lock-out:${key}`);
  return { id: noticeKey.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'), noticeKey };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

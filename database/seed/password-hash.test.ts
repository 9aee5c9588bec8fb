import assert from 'node:assert/strict';
import { argon2Sync } from 'node:crypto';
import { test } from 'node:test';
import { hashPassword } from './password-hash.ts';

test('writes an Argon2id hash that its own parameters verify, salted anew each time', async () => {
  const phc = await hashPassword('correct horse');
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/.exec(phc);
  assert.ok(match);
  const [, memory, passes, parallelism, nonce = '', tag = ''] = match;
  const parameters = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: 32,
  };
  const verify = (message: string) =>
    argon2Sync('argon2id', { message, nonce: Buffer.from(nonce, 'base64'), ...parameters }).equals(
      Buffer.from(tag, 'base64'),
    );
  assert.equal(verify('correct horse'), true);
  assert.equal(verify('correct horses'), false);
  assert.notEqual(await hashPassword('correct horse'), phc);
});

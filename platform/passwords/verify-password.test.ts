import assert from 'node:assert/strict';
import { argon2Sync } from 'node:crypto';
import { test } from 'node:test';
import { watchPasswordWork } from '../testing/password-work.ts';
import { decoyHash, hashPassword } from './hash-password.ts';
import { verifyPassword } from './verify-password.ts';

const phcFormat = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/;

function phcOf(cost: { memory: number; passes: number; parallelism: number }, tagLength = 32, saltLength = 16): string {
  const nonce = Buffer.alloc(saltLength, 7);
  const tag = argon2Sync('argon2id', { message: 'correct horse', nonce, tagLength, ...cost });
  const [salt, hash] = [nonce, tag].map((bytes) => bytes.toString('base64').replaceAll('=', ''));
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${salt}$${hash}`;
}

test('writes an Argon2id hash, salted anew each time, that the password alone verifies', async () => {
  const phc = await hashPassword('correct horse');
  assert.match(phc, phcFormat);
  assert.equal(await verifyPassword('correct horse', phc), true);
  for (const wrong of ['correct horses', 'correct hors', 'Correct horse', '', 'correct horse\u0000'])
    assert.equal(await verifyPassword(wrong, phc), false, JSON.stringify(wrong));
  assert.notEqual(await hashPassword('correct horse'), phc);
});

test('takes what a try costs from the hash, so that older ones stay good when the cost is raised', async () => {
  const phcs = [
    phcOf({ memory: 64, passes: 1, parallelism: 1 }),
    phcOf({ memory: 256, passes: 3, parallelism: 4 }, 16, 8),
    phcOf({ memory: 64, passes: 2, parallelism: 2 }, 64, 32),
  ];
  for (const phc of phcs) {
    assert.equal(await verifyPassword('correct horse', phc), true, phc);
    assert.equal(await verifyPassword('battery staple', phc), false, phc);
  }
});

test('the decoy is a hash like any other, and no password has it', async () => {
  assert.match(decoyHash, phcFormat);
  for (const password of ['', 'password', decoyHash]) assert.equal(await verifyPassword(password, decoyHash), false);
});

const good = phcOf({ memory: 64, passes: 1, parallelism: 1 });
const malformed: Record<string, string> = {
  empty: '',
  'not a hash': '!',
  'the password itself': 'correct horse',
  'cut off': good.slice(0, -30),
  'without a tag': good.slice(0, good.lastIndexOf('$') + 1),
  'something behind it': `${good}$`,
  'another algorithm': good.replace('argon2id', 'argon2i'),
  'another version': good.replace('v=19', 'v=16'),
  'no memory': good.replace('m=64', 'm=0'),
  'less memory than Argon2 takes': good.replace('m=64', 'm=7'),
  'more memory than we give': good.replace('m=64', 'm=131073'),
  'no pass': good.replace('t=1', 't=0'),
  'no lane': good.replace('p=1', 'p=0'),
  'more lanes than memory': good.replace('p=1', 'p=9'),
  'parameters that are no numbers': good.replace('m=64', 'm=many'),
  'characters that are not Base64': `${good.slice(0, -1)}*`,
};

for (const [what, phc] of Object.entries(malformed)) {
  test(`nothing is the password of a malformed hash: ${what}`, async () => {
    using work = watchPasswordWork();
    assert.equal(await verifyPassword('correct horse', phc), false);
    assert.equal(work.jobs(), 1, 'it takes as long as any other');
  });
}

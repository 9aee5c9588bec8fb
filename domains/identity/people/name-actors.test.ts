import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { nameActors } from '../index.ts';
import { openStaffRoom } from '../testing/staff-room.ts';

const room = await openStaffRoom();
after(() => room[Symbol.asyncDispose]());
const { crm } = room;
const adaId = await room.addPerson({ username: 'ada' });
const graceId = await room.addPerson({ username: 'grace' });

test('names those who are people, and leaves out services, guests and the unknown', async () => {
  const strange = ['user:', 'user:x', 'user:-1', 'user:1.5', 'user:9999999999999999', `xuser:${adaId}`, ''];
  const actors = [
    `user:${graceId}`,
    'service:sweeper',
    'guest',
    `user:${adaId}`,
    `user:${graceId}`,
    'user:999',
    ...strange,
  ];
  const expected = new Map([
    [`user:${adaId}`, 'ada'],
    [`user:${graceId}`, 'grace'],
  ]);
  assert.deepEqual(await nameActors(crm, { actors }), expected);
});

test('nobody to name is no question to the database', async () => {
  assert.deepEqual(await nameActors(crm, { actors: [] }), new Map());
  assert.deepEqual(await nameActors(crm, { actors: ['guest'] }), new Map());
});

test('of more people than fit into one question the first are named', async () => {
  const many = Array.from({ length: 300 }, (_, index) => `user:${1000 + index}`);
  assert.equal((await nameActors(crm, { actors: [`user:${adaId}`, ...many] })).get(`user:${adaId}`), 'ada');
  assert.equal((await nameActors(crm, { actors: [...many, `user:${adaId}`] })).size, 0);
});

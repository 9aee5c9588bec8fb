import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actorWords } from './actor-words.ts';

for (const [actor, words] of [
  ['guest', 'the buyer'],
  ['service:crm', 'the CRM'],
  ['service:shop', 'the shop'],
  ['service:sweeper', 'the service sweeper'],
  ['maria', 'maria'],
] as const) {
  test(`${actor} is told as ${words}`, () => {
    assert.equal(actorWords(actor), words);
  });
}

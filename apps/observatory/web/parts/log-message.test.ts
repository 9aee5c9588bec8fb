import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasMoreThanList, messageInList } from './log-message.ts';

test('a list shows the beginning of a long message, and never half a character', () => {
  assert.equal(messageInList('order placed'), 'order placed');
  assert.equal(hasMoreThanList('order placed'), false);
  const long = `${'x'.repeat(299)}🙂 and more`;
  assert.equal(messageInList(long), `${'x'.repeat(299)}\ufffd…`);
  assert.equal(hasMoreThanList(long), true);
  assert.equal(hasMoreThanList('first line\nsecond line'), true);
});

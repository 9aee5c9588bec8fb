import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toApiProblem, unreachable } from '@octo/ui/react/api/api-problem.ts';
import { forgetAnswers } from '../session/session.ts';
import { createSessionClient, sessionKey } from './query-client.ts';

/** A client with somebody signed in, whose next question fails like this. */
async function askInVain(status: number) {
  const client = createSessionClient();
  client.setQueryData(sessionKey, { authenticated: true });
  client.setQueryData(['orders'], [1]);
  const queryFn = () => Promise.reject(toApiProblem(status, {}));
  await client.query({ queryKey: ['asked'], queryFn, retry: false }).catch(() => undefined);
  return client;
}

test('an answer that nobody is signed in ends the session on the page', async () => {
  const client = await askInVain(401);
  assert.deepEqual(client.getQueryData(sessionKey), { authenticated: false });
});

test('an answer that it is not allowed has the session asked again', async () => {
  const client = await askInVain(403);
  assert.equal(client.getQueryState(sessionKey)?.isInvalidated, true);
});

test('any other failure leaves the session as it is', async () => {
  for (const status of [400, 404, 409, 500]) {
    const client = await askInVain(status);
    assert.deepEqual(client.getQueryData(sessionKey), { authenticated: true });
    assert.equal(client.getQueryState(sessionKey)?.isInvalidated, false);
  }
});

test('what passes by itself is asked two times more, what does not is told at once', () => {
  const retry = createSessionClient().getDefaultOptions().queries?.retry;
  assert.ok(typeof retry === 'function');
  assert.deepEqual(
    [0, 1, 2].map((failures) => retry(failures, unreachable())),
    [true, true, false],
  );
  assert.equal(retry(0, toApiProblem(404, {})), false);
  assert.equal(retry(0, new TypeError('rows is undefined')), false);
});

test('the next person sees nothing of what the one before was shown', async () => {
  const client = await askInVain(404);
  forgetAnswers(client);
  assert.equal(client.getQueryData(['orders']), undefined);
  assert.deepEqual(client.getQueryData(sessionKey), { authenticated: true });
});

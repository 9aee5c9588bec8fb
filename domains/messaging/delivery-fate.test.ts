import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DeliveryFate, type DeliveryOutcome, fateOf, mostFailures } from './delivery-fate.ts';

function status(status: number, code?: string): DeliveryOutcome {
  return { reason: 'status', status, code };
}

function waiting(error: string, isCounted: boolean, isPaced: boolean): DeliveryFate {
  return { state: 'waiting', error, isCounted, isPaced };
}

const fates: Record<string, [outcome: DeliveryOutcome, fate: DeliveryFate]> = {
  'what was received is delivered': [{ reason: 'delivered' }, { state: 'delivered' }],
  'who is not there says nothing': [{ reason: 'unreachable' }, waiting('unreachable', false, true)],
  'who does not answer in time says nothing': [{ reason: 'timed_out' }, waiting('timed_out', false, true)],
  'what was not tried says nothing': [{ reason: 'unavailable' }, waiting('unavailable', false, true)],
  'a gateway without a service says nothing': [status(502), waiting('http.502', false, true)],
  'a service that is not ready says nothing': [status(503, 'shops.not_ready'), waiting('shops.not_ready', false, true)],
  'a gateway that waited in vain says nothing': [status(504), waiting('http.504', false, true)],
  'a wrong key is the fault of the configuration': [
    status(401, 'http.internal_key'),
    waiting('http.internal_key', false, false),
  ],
  'so is what is forbidden': [status(403), waiting('http.403', false, false)],
  'so is a way that leads elsewhere': [status(307), waiting('http.307', false, false)],
  'so is an answer that nobody promised': [
    status(200, 'http.unexpected_answer'),
    waiting('http.unexpected_answer', false, false),
  ],
  'so is an address that whoever answers does not know': [status(404), waiting('http.404', false, false)],
  'a release from before that address says nothing': [
    status(404, 'http.not_found'),
    waiting('http.not_found', false, false),
  ],
  'nor one that takes something else there': [
    status(405, 'http.method_not_allowed'),
    waiting('http.method_not_allowed', false, false),
  ],
  'a receiver that is busy says nothing': [status(429), waiting('http.429', false, false)],
  'a request that arrived too slowly says nothing': [status(408), waiting('http.408', false, false)],
  'a receiver that fails is counted': [status(500, 'internal'), waiting('internal', true, false)],
  'however it fails': [status(507), waiting('http.507', true, false)],
  'what is malformed stays so': [status(400, 'http.invalid'), { state: 'dead', error: 'http.invalid' }],
  'so is what is about nothing': [status(404, 'orders.not_found'), { state: 'dead', error: 'orders.not_found' }],
  'so is what contradicts': [status(409), { state: 'dead', error: 'http.409' }],
  'so is what makes no sense': [status(422), { state: 'dead', error: 'http.422' }],
};

for (const [sentence, [outcome, fate]] of Object.entries(fates)) {
  test(sentence, () => {
    assert.deepEqual(fateOf(outcome, 0), fate);
  });
}

test('a message that the receiver failed over too often is given up', () => {
  assert.equal(mostFailures, 8);
  const fail = (failuresBefore: number) => fateOf(status(500, 'internal'), failuresBefore).state;
  assert.deepEqual([fail(6), fail(7), fail(8)], ['waiting', 'dead', 'dead']);
});

test('what says nothing about the message never gives it up', () => {
  for (const outcome of [status(401), status(503), { reason: 'unreachable' } as const])
    assert.equal(fateOf(outcome, 1000).state, 'waiting');
});

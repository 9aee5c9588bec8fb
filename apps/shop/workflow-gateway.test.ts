import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { systemClock } from '@octo/platform/context/context.ts';
import { openFakePeer } from '@octo/platform/testing/fake-peer.ts';
import { readConfig } from './config.ts';
import { shopEnv } from './testing/shop-process.ts';
import { watchGateway } from './workflow-gateway.ts';

const peer = await openFakePeer(() => undefined);
after(() => peer[Symbol.asyncDispose]());

test('after three failures the gateway is left alone', async (t) => {
  let now = 0;
  t.mock.method(performance, 'now', () => now);
  t.mock.method(Math, 'random', () => 0.5);
  const config = readConfig({ ...shopEnv('postgres://nobody@nowhere/nothing'), SERVICE_GATEWAY_URL: peer.url });
  const gateway = watchGateway(config, systemClock, new Map());
  const states: string[] = [];
  for (let time = 0; time < 3; time += 1) {
    const { breaker } = await gateway.state();
    states.push(breaker.state);
    now += 15_001;
  }
  // A question that does not get through is asked a second time.
  assert.equal(peer.heard.length, 3);
  assert.deepEqual(states.slice(0, 2), ['closed', 'open']);
  now += 60_000;
  assert.equal((await gateway.state()).reachable, false);
  assert.equal(peer.heard.length, 4);
});

import assert from 'node:assert/strict';
import { signIn } from '@octo/contracts/crm/auth.ts';
import { internalKeyHeader, receiveEvent } from '@octo/contracts/integrations.ts';
import { withoutSpans } from '@octo/platform/telemetry/without-spans.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import type { TestShop } from '../../apps/shop/testing/test-shop.ts';

/** Somebody guesses passwords until the door closes, and sends messages that both services know again, with other content. */
export async function attack(shop: TestShop, crmUrl: string): Promise<void> {
  const guess = { username: 'nobody-of-this-name', password: 'a guess' };
  for (const status of [401, 401, 401, 401, 401, 429])
    assert.equal((await post(`${crmUrl}${signIn.path}`, guess)).status, status);
  const [toShop, toCrm] = [shop.app.listeningOrigin, crmUrl];
  for (const [consumer, url] of [
    ['shop', toShop],
    ['crm', toCrm],
  ] as const)
    assert.equal((await post(`${url}${receiveEvent.path}`, await forgedFor(shop, consumer))).status, 409);
}

async function forgedFor({ owner }: TestShop, consumer: string): Promise<object> {
  const known = owner.selectFrom('inbox').where('consumer', '=', consumer).select(['eventId', 'eventType']).limit(1);
  const { eventId: id, eventType: type } = await withoutSpans(() => known.executeTakeFirstOrThrow());
  return { id, type, created_at: new Date().toISOString(), payload: {} };
}

function post(url: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', [internalKeyHeader]: serviceKey };
  return withoutSpans(() => fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }));
}

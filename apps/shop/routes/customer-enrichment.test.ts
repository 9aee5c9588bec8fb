import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getCustomerEnrichment, internalKeyHeader } from '@octo/contracts/integrations.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { type FakeCrm, profileOf, startFakeCrm } from '../testing/fake-crm.ts';
import { createTestShop, type TestShop } from '../testing/test-shop.ts';

const path = '/api/integrations/crm/customer-enrichment';
let crm: FakeCrm;
let t: TestShop;
before(async () => {
  crm = await startFakeCrm();
  t = await createTestShop({ env: { SERVICE_CRM_URL: crm.url } });
});
after(async () => {
  await t[Symbol.asyncDispose]();
  await crm[Symbol.asyncDispose]();
});

function ask(query: string, { key = serviceKey, shop = t } = {}) {
  return shop.app.inject({ url: `${path}?${query}`, headers: { [internalKeyHeader]: key } });
}

test('tells what the CRM knows of a customer, who is asked for once however many want to know', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask('customer_id=7')));
  for (const answer of answers) {
    assert.deepEqual(expectContract(getCustomerEnrichment, 200, answer), {
      customer_id: 7,
      crm_profile: profileOf(7),
      source: 'enterprise-crm',
      enriched: true,
    });
  }
  assert.equal(crm.requests.length, 1);
});

test('somebody whom the CRM does not know is not found, until it does', async () => {
  crm.mood = 'knows nobody';
  expectProblem(await ask('customer_id=8'), { status: 404, code: 'customers.not_found' });
  crm.mood = 'answers';
  expectContract(getCustomerEnrichment, 200, await ask('customer_id=8'));
});

test('a CRM that fails, or that nobody said where it is, cannot be asked', async () => {
  crm.mood = 'fails';
  const answer = await ask('customer_id=9');
  expectProblem(answer, { status: 503, code: 'customers.crm_unavailable' });
  assert.equal(answer.headers['retry-after'], '5');
  crm.mood = 'answers';
  expectContract(getCustomerEnrichment, 200, await ask('customer_id=9'));
  await using alone = await createTestShop({ database: t.database });
  expectProblem(await ask('customer_id=9', { shop: alone }), { status: 503, code: 'customers.crm_unavailable' });
});

test('an id that is none is refused', async () => {
  for (const query of ['', 'customer_id=ada', 'customer_id=0', 'customer_id=1.5'])
    expectProblem(await ask(query), { status: 400, code: 'http.invalid', field: 'customer_id' });
});

test('only our own services may ask, whatever they ask for', async () => {
  for (const key of ['', 'wrong', `${serviceKey}x`])
    expectProblem(await ask('', { key }), { status: 401, code: 'http.internal_key', field: internalKeyHeader });
});

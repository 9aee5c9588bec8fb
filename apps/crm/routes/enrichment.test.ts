import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Enrichment, getEnrichment, internalKeyHeader } from '@octo/contracts/integrations.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { addPlacedOrder } from '../testing/placed-order.ts';
import { signedInAs } from '../testing/sign-in.ts';
import { createTestCrm, type TestCrm } from '../testing/test-crm.ts';

const path = '/api/integrations/customers/enrichment';
const previousKey = 'the key of the tests before this one';
let t: TestCrm;
let lastId = 800_000;
before(async () => {
  t = await createTestCrm({ env: { INTERNAL_SERVICE_KEY_PREVIOUS: previousKey } });
});
after(() => t[Symbol.asyncDispose]());

function ask(query: string, key: string = serviceKey) {
  return t.app.inject({ url: `${path}?${query}`, headers: { [internalKeyHeader]: key } });
}

async function profileOf(query: string): Promise<Enrichment> {
  return expectContract(getEnrichment, 200, await ask(query));
}

async function addCustomer(change: { company?: string; revenue?: string; industry?: string } = {}): Promise<number> {
  lastId += 1;
  const at = new Date('2026-01-02T03:04:05.678Z');
  const customer = { id: lastId, name: `Zoe ${lastId}`, email: `Zoe${lastId}@flight.test`, ...change };
  await t.owner
    .insertInto('customers')
    .values({ ...customer, createdAt: at, updatedAt: at })
    .execute();
  return lastId;
}

test('tells by id and by e-mail in any case what is known of a customer', async () => {
  const id = await addCustomer({ company: 'Sky Ltd', revenue: '1000.50', industry: 'Film' });
  const orderId = await addPlacedOrder(t.owner, { customerId: id, total: '20.50', createdAt: new Date('2026-01-03') });
  const at = new Date();
  for (const [index, status] of (['issued', 'overdue', 'paid', 'void', 'draft'] as const).entries()) {
    const invoice = { id: 800_000 + index, invoiceNumber: `INV-T-${index}`, orderId, customerId: id, status };
    await t.owner
      .insertInto('invoices')
      .values({ ...invoice, amount: '1.00', createdAt: at, updatedAt: at })
      .execute();
  }
  const profile = {
    customer_id: id,
    name: `Zoe ${id}`,
    company: 'Sky Ltd',
    industry: 'Film',
    segment: 'business',
    revenue: 1000.5,
    totals: { orders: 1, spent: 20.5, last_order_at: '2026-01-03T00:00:00.000Z' },
    invoices_open: 2,
    customer_since: '2026-01-02T03:04:05.678Z',
  };
  assert.deepEqual(await profileOf(`customer_id=${id}`), profile);
  assert.deepEqual(await profileOf(`email=zOE${id}@FLIGHT.test`), profile);
});

test('a person is private, and whoever spends much a key account', async () => {
  assert.equal((await profileOf(`customer_id=${await addCustomer()}`)).segment, 'private');
  const id = await addCustomer();
  await addPlacedOrder(t.owner, { customerId: id, total: '50000.00' });
  assert.equal((await profileOf(`customer_id=${id}`)).segment, 'key_account');
});

test('what was told may be half a minute old; that somebody is unknown is never kept', async () => {
  const id = await addCustomer();
  assert.equal((await profileOf(`customer_id=${id}`)).totals.orders, 0);
  await addPlacedOrder(t.owner, { customerId: id });
  assert.equal((await profileOf(`customer_id=${id}`)).totals.orders, 0);
  const next = lastId + 1;
  expectProblem(await ask(`customer_id=${next}`), { status: 404, code: 'customers.not_found' });
  expectProblem(await ask(`email=zoe${next}@flight.test`), { status: 404, code: 'customers.not_found' });
  assert.equal(await addCustomer(), next);
  assert.equal((await profileOf(`customer_id=${next}`)).customer_id, next);
  assert.equal((await profileOf(`email=zoe${next}@flight.test`)).customer_id, next);
});

test('many who ask for the same customer have them looked up once, and a failure is not kept', async () => {
  const id = await addCustomer();
  const { db } = t.crm.serviceContext('test');
  const executeQuery = db.executeQuery.bind(db);
  let lookUps = 0;
  let isBroken = true;
  db.executeQuery = async (query) => {
    if ('sql' in query && query.sql.includes('from customers')) lookUps += 1;
    if (isBroken) throw new Error('the database is away');
    return await executeQuery(query);
  };
  try {
    const failed = await Promise.all(Array.from({ length: 5 }, () => ask(`customer_id=${id}`)));
    assert.deepEqual(
      failed.map(({ statusCode }) => statusCode),
      [500, 500, 500, 500, 500],
    );
    isBroken = false;
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(`customer_id=${id}`)));
    for (const answer of answers) expectContract(getEnrichment, 200, answer);
    assert.equal(lookUps, 2);
  } finally {
    db.executeQuery = executeQuery;
  }
});

const badQueries: Record<string, [query: string, field: string, code?: string]> = {
  'nobody at all': ['', 'email', 'customers.email_or_id'],
  'somebody by two means': ['customer_id=1&email=a@b.test', 'email', 'customers.email_or_id'],
  'an id that is none': ['customer_id=ada', 'customer_id'],
  'the customer zero': ['customer_id=0', 'customer_id'],
  'an e-mail that is none': ['email=ada', 'email'],
};

for (const [what, [query, field, code = 'http.invalid']] of Object.entries(badQueries)) {
  test(`refuses who asks for ${what}`, async () => {
    expectProblem(await ask(query), { status: 400, code, field });
  });
}

test('only our own services may ask, with either key', async () => {
  const id = await addCustomer();
  expectContract(getEnrichment, 200, await ask(`customer_id=${id}`, previousKey));
  for (const key of ['', 'wrong', `${serviceKey}x`])
    expectProblem(await ask('', key), { status: 401, code: 'http.internal_key', field: internalKeyHeader });
  const admin = await signedInAs(t, 'admin');
  expectProblem(await admin.get(`${path}?customer_id=${id}`), {
    status: 401,
    code: 'http.internal_key',
    field: internalKeyHeader,
  });
});

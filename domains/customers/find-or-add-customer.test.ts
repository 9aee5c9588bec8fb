import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSmallShop, type SmallShop } from '../testing/small-shop.ts';
import { findOrAddCustomer } from './find-or-add-customer.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
after(() => shop[Symbol.asyncDispose]());

async function customers(email: string) {
  return await shop.owner.selectFrom('customers').where('email', '=', email).selectAll().execute();
}

test('a new buyer becomes a customer', async () => {
  const id = await findOrAddCustomer(shop.ctx, { name: 'Ada', email: 'Ada@buyer.test' });
  const [customer] = await customers('Ada@buyer.test');
  assert.deepEqual([customer?.id, customer?.name, customer?.company], [id, 'Ada', null]);
});

test('a known customer is found by e-mail in any case, and not changed by what a guest types', async () => {
  const id = await findOrAddCustomer(shop.ctx, { name: 'Grace', email: 'grace@buyer.test' });
  const [before] = await customers('grace@buyer.test');
  assert.equal(await findOrAddCustomer(shop.ctx, { name: 'Mallory', email: 'GRACE@Buyer.TEST' }), id);
  assert.deepEqual(await customers('grace@buyer.test'), [before]);
  assert.deepEqual(await customers('GRACE@Buyer.TEST'), []);
});

test('a buyer who orders from ten tabs at once becomes one customer', async () => {
  const emails = Array.from({ length: 10 }, (_, index) => (index % 2 ? 'twin@buyer.test' : 'Twin@Buyer.test'));
  const ids = await Promise.all(emails.map((email) => findOrAddCustomer(shop.ctx, { name: 'Twin', email })));
  assert.equal(new Set(ids).size, 1);
});

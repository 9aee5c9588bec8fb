import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as contract from '@octo/contracts/crm/products.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { clientOf, type StaffClient, signedInAs } from '../testing/sign-in.ts';
import { createTestCrm, type TestCrm } from '../testing/test-crm.ts';

let t: TestCrm;
let manager: StaffClient;
let viewer: StaffClient;
let product: contract.ProductDetail;
let movements: string;
before(async () => {
  t = await createTestCrm();
  manager = await signedInAs(t, 'manager');
  viewer = await signedInAs(t, 'viewer');
  const draft = { name: 'Harrier', sku: 'HARRIER', category: 'Complete Drones', price: 10, stock: 20 };
  ({ product } = expectContract(contract.addProduct, 201, await manager.post('/api/products', draft)));
  movements = `/api/products/${product.id}/stock-movements`;
});
after(() => t[Symbol.asyncDispose]());

async function read(): Promise<contract.ProductDetail> {
  return expectContract(contract.getProduct, 200, await viewer.get(`/api/products/${product.id}`)).product;
}

async function ledger(query = ''): Promise<{ movements: contract.StockMovement[]; next?: string }> {
  return expectContract(contract.listStockMovements, 200, await viewer.get(`${movements}${query}`));
}

test('a correction moves the stock, stands in the ledger under its author, and leaves the version alone', async () => {
  const [first, second = assert.fail('the seed has one warehouse')] = product.stock_levels;
  const payload = { delta: 7, reason: 'counted twice', warehouse_id: second.warehouse_id };
  const answer = await manager.post(movements, payload);
  const { status, product: moved } = expectContract(contract.correctStock, 201, answer);
  assert.equal(status, 'moved');
  assert.deepEqual([moved.stock, moved.version], [27, product.version]);
  assert.equal(moved.stock_levels[1]?.quantity, 7);
  assert.equal((await manager.post(movements, { delta: -22, reason: 'Ausschuss — ½ broken' })).statusCode, 201);
  const entries = (await ledger()).movements;
  const written = entries.map(({ warehouse_id, delta, reason }) => [warehouse_id, delta, reason]);
  const taken = [
    [first?.warehouse_id, -20, 'Ausschuss — ½ broken'],
    [second.warehouse_id, -2, 'Ausschuss — ½ broken'],
  ];
  assert.deepEqual(
    written.slice(0, 2).sort((a, b) => Number(a[0]) - Number(b[0])),
    taken,
  );
  assert.deepEqual(written.slice(2), [
    [second.warehouse_id, 7, 'counted twice'],
    [first?.warehouse_id, 20, 'first stock'],
  ]);
  for (const { actor, order_id, trace_id } of entries) {
    assert.deepEqual([actor, order_id], [manager.username, null]);
    assert.match(String(trace_id), /^[0-9a-f]{32}$/);
  }
  const page = await ledger('?limit=3');
  assert.equal(page.movements.length, 3);
  assert.deepEqual((await ledger(`?limit=3&after=${page.next}`)).movements, entries.slice(3));
});

test('stock below zero is refused, in all warehouses and in one, and says what is there', async () => {
  const before = await read();
  const refused = { status: 409, code: 'catalog.stock_below_zero', field: 'delta' };
  const answer = await manager.post(movements, { delta: -before.stock - 1, reason: 'gone' });
  expectProblem(answer, refused);
  assert.match(answer.json().message, new RegExp(`There are ${before.stock} units`));
  const [level = assert.fail('no warehouse')] = before.stock_levels;
  const payload = { delta: -level.quantity - 1, reason: 'gone', warehouse_id: level.warehouse_id };
  expectProblem(await manager.post(movements, payload), refused);
  assert.deepEqual(await read(), before);
});

const bad: [name: string, change: object, field: string, code?: string][] = [
  ['no unit', { delta: 0 }, 'delta'],
  ['half a unit', { delta: 1.5 }, 'delta'],
  ['units as text', { delta: '1' }, 'delta'],
  ['more than a million units', { delta: 1_000_001 }, 'delta'],
  ['units that nobody counted', { delta: undefined }, 'delta'],
  ['no reason', { reason: undefined }, 'reason'],
  ['an empty reason', { reason: '' }, 'reason'],
  ['a reason of blanks', { reason: '  \n' }, 'reason'],
  ['a reason of 201 characters', { reason: 'x'.repeat(201) }, 'reason'],
  ['a warehouse that does not exist', { warehouse_id: 987_654 }, 'warehouse_id', 'catalog.warehouse_unknown'],
  ['a warehouse that is no id', { warehouse_id: 0 }, 'warehouse_id'],
];

for (const [name, change, field, code = 'http.invalid'] of bad) {
  test(`refuses a correction with ${name}`, async () => {
    const before = await read();
    const answer = await manager.post(movements, { delta: 1, reason: 'counted', ...change });
    expectProblem(answer, { status: 400, code, field });
    assert.deepEqual(await read(), before);
  });
}

test('takes the longest reason', async () => {
  assert.equal((await manager.post(movements, { delta: 1, reason: 'x'.repeat(200) })).statusCode, 201);
});

test('the ledger of a product that does not exist is not found, a forged cursor refused', async () => {
  const missing = { status: 404, code: 'catalog.product_not_found' };
  expectProblem(await viewer.get('/api/products/987654321/stock-movements'), missing);
  expectProblem(await manager.post('/api/products/987654321/stock-movements', { delta: 1, reason: 'a' }), missing);
  const forged = { status: 400, code: 'paging.cursor_invalid', field: 'after' };
  expectProblem(await viewer.get(`${movements}?after=abc`), forged);
});

test('who is not signed in sees no ledger, and who may only look corrects nothing', async () => {
  const stranger = clientOf(t.app, 'octo_crm=nobody');
  const support = await signedInAs(t, 'support');
  const before = await read();
  const correction = { delta: 1, reason: 'counted' };
  for (const answer of [await stranger.get(movements), await stranger.post(movements, correction)])
    expectProblem(answer, { status: 401, code: 'identity.not_signed_in' });
  for (const client of [viewer, support])
    expectProblem(await client.post(movements, correction), { status: 403, code: 'identity.not_allowed' });
  assert.deepEqual(await read(), before);
  const admin = await signedInAs(t, 'admin');
  expectContract(contract.correctStock, 201, await admin.post(movements, correction));
});

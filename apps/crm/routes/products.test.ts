import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as contract from '@octo/contracts/crm/products.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { clientOf, type StaffClient, signedInAs } from '../testing/sign-in.ts';
import { createTestCrm, type TestCrm } from '../testing/test-crm.ts';

let t: TestCrm;
let manager: StaffClient;
let viewer: StaffClient;
before(async () => {
  t = await createTestCrm();
  manager = await signedInAs(t, 'manager');
  viewer = await signedInAs(t, 'viewer');
});
after(() => t[Symbol.asyncDispose]());

let skus = 0;

function draft(change: object = {}) {
  skus += 1;
  return { name: 'Harrier', sku: `HARRIER-${skus}`, category: 'Complete Drones', price: 1299.5, shop_id: 1, ...change };
}

async function add(change: object = {}): Promise<contract.ProductDetail> {
  const answer = await manager.post('/api/products', draft(change));
  return expectContract(contract.addProduct, 201, answer).product;
}

async function read(id: number): Promise<contract.ProductDetail> {
  return expectContract(contract.getProduct, 200, await viewer.get(`/api/products/${id}`)).product;
}

async function list(query: string): Promise<{ products: contract.ProductRow[]; next?: string }> {
  return expectContract(contract.listProducts, 200, await viewer.get(`/api/products?${query}`));
}

test('lists what is on sale by name, and page by page every product of every shop', async () => {
  await add({ shop_id: null });
  await add({ shop_id: 2, is_active: false });
  const { total } = await t.owner
    .selectFrom('products')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const ids: number[] = [];
  let after = '';
  do {
    const page = await list(`status=all&limit=40${after}`);
    ids.push(...page.products.map(({ id }) => id));
    after = page.next === undefined ? '' : `&after=${page.next}`;
  } while (after !== '');
  assert.equal(new Set(ids).size, total);
  assert.equal(ids.length, total);
  assert.ok((await list('limit=200')).products.every(({ status, is_active }) => status === 'active' && is_active));
});

test('finds by name, SKU and category, with filters and in every order', async () => {
  const { id, sku } = await add({ name: 'Kestrel 100%', stock: 3, shop_id: 2 });
  for (const search of ['kestrel', sku.toLowerCase(), 'rel%20100%25%20'])
    assert.deepEqual(
      (await list(`search=${search}&shop_id=2&stock_below=4&status=active`)).products.map((product) => product.id),
      [id],
    );
  assert.deepEqual((await list('search=kestrel&stock_below=3')).products, []);
  assert.deepEqual((await list('search=kestrel&status=inactive')).products, []);
  const prices = (await list('sort_by=price_desc&limit=200')).products.map(({ price }) => price);
  assert.deepEqual(
    prices,
    prices.toSorted((a, b) => b - a),
  );
  for (const sort of contract.productSorts) assert.equal((await list(`sort_by=${sort}&limit=2`)).products.length, 2);
  assert.equal((await list('category=Complete%20Drones&limit=1&offset=1')).products.length, 1);
});

test('names every category and every warehouse', async () => {
  await add({ category: 'Kites', is_active: false });
  const { categories } = expectContract(
    contract.listProductCategories,
    200,
    await viewer.get('/api/products/categories'),
  );
  assert.ok(categories.includes('Kites') && categories.includes('Complete Drones'));
  const { warehouses } = expectContract(contract.listWarehouses, 200, await viewer.get('/api/warehouses'));
  assert.ok(warehouses.length > 1);
});

test('adds a product with its first stock', async () => {
  const product = await add({ price: 0.07, stock: 5, description: 'Hovers.', image_url: '/images/products/x.svg' });
  assert.deepEqual(await read(product.id), product);
  const { price, stock, description, image_url, shop_id, status, version, stock_levels } = product;
  const facts = { price, stock, description, image_url, shop_id, status, version };
  const expected = { price: 0.07, stock: 5, description: 'Hovers.', image_url: '/images/products/x.svg' };
  assert.deepEqual(facts, { ...expected, shop_id: 1, status: 'active', version: 1 });
  assert.deepEqual(
    stock_levels.map(({ quantity }) => quantity),
    [5, ...stock_levels.slice(1).map(() => 0)],
  );
  for (const accepted of [0, 1e6, 4.35, 999_999.99]) assert.equal((await add({ price: accepted })).price, accepted);
});

test('changes the fields that are sent and no other', async () => {
  const product = await add({ description: 'Hovers.' });
  const url = `/api/products/${product.id}`;
  const answer = await manager.patch(url, { version: 1, price: 1.1, shop_id: null, is_active: false, unheard: 'of' });
  const { status, product: changed } = expectContract(contract.changeProduct, 200, answer);
  assert.equal(status, 'updated');
  const expected = { price: 1.1, shop_id: null, shop_name: null, is_active: false, status: 'inactive', version: 2 };
  assert.deepEqual(changed, { ...product, ...expected, updated_at: changed.updated_at });
  const again = await manager.patch(url, { version: 2, price: 1.1 });
  assert.deepEqual(expectContract(contract.changeProduct, 200, again).product, changed, 'nothing new, nothing written');
});

test('an edit that comes too late is refused and shown both versions', async () => {
  const product = await add({ name: 'Merlin' });
  const url = `/api/products/${product.id}`;
  await manager.patch(url, { version: 1, name: 'Merlin II' });
  const yours = { version: 1, price: 5, name: 'Merlin 2' };
  const answer = await manager.patch(url, yours);
  expectProblem(answer, { status: 409, code: 'catalog.stale' });
  const current = await read(product.id);
  assert.equal(current.name, 'Merlin II');
  assert.deepEqual(answer.json().current, current);
  assert.deepEqual(answer.json().yours, yours);
});

test('a SKU that is taken is refused in any case, for a new product and for an old one', async () => {
  const { sku } = await add();
  const other = await add();
  const taken = { status: 409, code: 'catalog.sku_taken', field: 'sku' };
  for (const same of [sku, sku.toLowerCase()]) {
    expectProblem(await manager.post('/api/products', draft({ sku: same })), taken);
    expectProblem(await manager.patch(`/api/products/${other.id}`, { version: 1, sku: same }), taken);
  }
});

const badFields: [name: string, fields: object, field: string, code?: string][] = [
  ['a price as text', { price: '12.345' }, 'price'],
  ['a price as text with two places', { price: '12.34' }, 'price'],
  ['a price with a third place', { price: 12.345 }, 'price', 'catalog.price_precision'],
  ['a price of a tenth of a cent', { price: 0.001 }, 'price', 'catalog.price_precision'],
  ['a negative price', { price: -1 }, 'price'],
  ['a price above a million', { price: 1_000_000.01 }, 'price'],
  ['no price', { price: null }, 'price'],
  ['an unknown shop', { shop_id: 987_654 }, 'shop_id', 'catalog.shop_unknown'],
  ['a shop that is no id', { shop_id: '1' }, 'shop_id'],
  ['a name of blanks', { name: '   ' }, 'name'],
  ['a name too long', { name: 'x'.repeat(201) }, 'name'],
  ['a name with NUL', { name: 'a\u0000' }, 'name'],
  ['a category of blanks', { category: ' \n ' }, 'category'],
  ['a SKU with spaces', { sku: 'A B' }, 'sku'],
  ['a SKU of one letter', { sku: 'A' }, 'sku'],
  ['a SKU with a quote', { sku: "A'--" }, 'sku'],
  ['a description too long', { description: 'x'.repeat(4001) }, 'description'],
  ['a script as picture', { image_url: 'javascript:alert(1)' }, 'image_url'],
  ['a picture of another host', { image_url: '//evil.example/x.svg' }, 'image_url'],
  ['a picture from elsewhere', { image_url: 'https://evil.example/x.svg' }, 'image_url'],
  ['a picture with a backslash', { image_url: '/\\evil.example/x.svg' }, 'image_url'],
  ['a picture with a blank', { image_url: '/images/a b.svg' }, 'image_url'],
  ['an empty picture', { image_url: '' }, 'image_url'],
  ['a number for a flag', { is_active: 1 }, 'is_active'],
];

for (const [name, fields, field, code = 'http.invalid'] of badFields) {
  test(`refuses ${name}, in a new product and in an old one`, async () => {
    const product = await add();
    expectProblem(await manager.post('/api/products', draft(fields)), { status: 400, code, field });
    const answer = await manager.patch(`/api/products/${product.id}`, { version: 1, ...fields });
    expectProblem(answer, { status: 400, code, field });
    assert.deepEqual(await read(product.id), product);
  });
}

test('says what a picture must be, where it is not', async () => {
  const answer = await manager.post('/api/products', draft({ image_url: 'https://pictures.example/x.jpg' }));
  assert.match(answer.json().message, /A path of the shop, e\.g\. \/images\/products/);
});

const badRequests: [name: string, url: string, payload: object, field: string][] = [
  ['no version', '/api/products/1', { price: 1 }, 'version'],
  ['a version as text', '/api/products/1', { version: '1', price: 1 }, 'version'],
  ['version nought', '/api/products/1', { version: 0, price: 1 }, 'version'],
  ['an id that is none', '/api/products/one', { version: 1 }, 'id'],
  ['a negative id', '/api/products/-1', { version: 1 }, 'id'],
];

for (const [name, url, payload, field] of badRequests) {
  test(`refuses an edit with ${name}`, async () => {
    expectProblem(await manager.patch(url, payload), { status: 400, code: 'http.invalid', field });
  });
}

const badStock: [name: string, fields: object, field: string][] = [
  ['negative first stock', { stock: -1 }, 'stock'],
  ['half a unit', { stock: 1.5 }, 'stock'],
  ['more than a million units', { stock: 1_000_001 }, 'stock'],
  ['no name', { name: undefined }, 'name'],
  ['no SKU', { sku: undefined }, 'sku'],
];

for (const [name, fields, field] of badStock) {
  test(`refuses a new product with ${name}`, async () => {
    expectProblem(await manager.post('/api/products', draft(fields)), { status: 400, code: 'http.invalid', field });
  });
}

const badQueries: Record<string, [query: string, field: string, code?: string]> = {
  'a limit of nought': ['limit=0', 'limit'],
  'a limit beyond the bound': ['limit=201', 'limit'],
  'an unknown order': ['sort_by=colour', 'sort_by'],
  'an unknown status': ['status=sold', 'status'],
  'an offset beyond the bound': ['offset=10001', 'offset'],
  'a forged cursor': ['after=abc', 'after', 'paging.cursor_invalid'],
  'a search too long': [`search=${'x'.repeat(101)}`, 'search'],
  'a shop that is no id': ['shop_id=x', 'shop_id'],
};

for (const [name, [query, field, code = 'http.invalid']] of Object.entries(badQueries)) {
  test(`refuses a list with ${name}`, async () => {
    expectProblem(await viewer.get(`/api/products?${query}`), { status: 400, code, field });
  });
}

test('a product that does not exist is not found', async () => {
  const missing = { status: 404, code: 'catalog.product_not_found' };
  expectProblem(await viewer.get('/api/products/987654321'), missing);
  expectProblem(await manager.patch('/api/products/987654321', { version: 1, price: 1 }), missing);
});

test('nobody who is not signed in sees or changes a product, nor does one who may only look', async () => {
  const stranger = clientOf(t.app, 'octo_crm=nobody');
  const support = await signedInAs(t, 'support');
  const before = await read(1);
  for (const url of ['/api/products', '/api/products/1', '/api/products/categories', '/api/warehouses']) {
    expectProblem(await stranger.get(url), { status: 401, code: 'identity.not_signed_in' });
    assert.equal((await support.get(url)).statusCode, 200, url);
  }
  const asks = (client: Pick<StaffClient, 'post' | 'patch'>) => [
    client.post('/api/products', draft()),
    client.patch('/api/products/1', { version: 1, price: 1 }),
  ];
  for (const answer of await Promise.all(asks(stranger)))
    expectProblem(answer, { status: 401, code: 'identity.not_signed_in' });
  for (const answer of await Promise.all([...asks(viewer), ...asks(support)]))
    expectProblem(answer, { status: 403, code: 'identity.not_allowed' });
  assert.deepEqual(await read(1), before);
});

test('an administrator may add and change', async () => {
  const admin = await signedInAs(t, 'admin');
  const { product } = expectContract(contract.addProduct, 201, await admin.post('/api/products', draft()));
  expectContract(
    contract.changeProduct,
    200,
    await admin.patch(`/api/products/${product.id}`, { version: 1, price: 1 }),
  );
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import * as endpoints from '@octo/contracts/catalog.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { changeProduct, sampleProducts } from '../testing/catalogue.ts';
import { createTestShop } from '../testing/test-shop.ts';

const t = await createTestShop();
after(() => t[Symbol.asyncDispose]());
const { app, owner } = t;
const [product, other] = await sampleProducts(owner);

async function list(query: string): Promise<endpoints.Product[]> {
  return expectContract(endpoints.listProducts, 200, await app.inject(`/api/products?${query}`)).products;
}

test('lists a page of products with their price in dollars and the stock of all warehouses', async () => {
  const products = await list('limit=100');
  assert.equal(products.length, 52);
  const shown = products.find(({ id }) => id === product.id);
  assert.equal(shown?.price, Number(product.price));
  assert.equal(shown?.stock, product.stock);
});

for (const order of endpoints.sortOrders) {
  test(`pages by ${order} bring every product once, in that order`, async () => {
    const whole = (await list(`sort_by=${order}&limit=100`)).map(({ id }) => id);
    const paged: number[] = [];
    for (let next: string | undefined = ''; next !== undefined; ) {
      const answer = await app.inject(`/api/products?sort_by=${order}&limit=9${next && `&after=${next}`}`);
      const page = expectContract(endpoints.listProducts, 200, answer);
      paged.push(...page.products.map(({ id }: { id: number }) => id));
      next = page.next;
    }
    assert.equal(new Set(whole).size, 52);
    assert.deepEqual(paged, whole);
  });
}

test('sorts by price, falling and rising', async () => {
  const rising = (await list('sort_by=price&limit=100')).map(({ price }) => price);
  assert.deepEqual(
    rising,
    rising.toSorted((a, b) => a - b),
  );
  const falling = (await list('sort_by=price_desc&limit=100')).map(({ price }) => price);
  assert.deepEqual(falling, rising.toReversed());
});

test('filters by category, by words in any case, and by SKU', async () => {
  const ofCategory = await list(`category=${encodeURIComponent(product.category)}`);
  assert.ok(ofCategory.length > 0 && ofCategory.every(({ category }) => category === product.category));
  assert.deepEqual(
    (await list(`search=${product.sku.toLowerCase()}`)).map(({ id }) => id),
    [product.id],
  );
  assert.deepEqual(await list('search=nothing+is+called+this'), []);
  assert.deepEqual(await list('search=d_lta'), [], 'a wildcard of SQL is a letter like any other');
});

test('fields that the contract does not name change nothing', async () => {
  const [first] = await list('limit=1');
  const [same] = await list('limit=1&shopId=2&order=zzz&words=none&__proto__=1&offset=0');
  assert.deepEqual(same, first);
});

test('shows one product', async () => {
  const shown = expectContract(endpoints.getProduct, 200, await app.inject(`/api/products/${product.id}`));
  assert.equal(shown.name, product.name);
});

test('says not found for a product that is not there, and conflict for one no longer sold', async () => {
  const missing = await app.inject('/api/products/987654321');
  expectProblem(missing, { status: 404, code: 'catalog.product_not_found', field: 'product_id' });
  await changeProduct(t, other.id, { isActive: false });
  const gone = await app.inject(`/api/products/${other.id}`);
  expectProblem(gone, { status: 404, code: 'catalog.product_inactive', field: 'product_id' });
  assert.ok(!(await list('limit=100')).some(({ id }) => id === other.id));
  await changeProduct(t, other.id, { isActive: true });
  assert.ok((await list('limit=100')).some(({ id }) => id === other.id));
});

test('lists the categories that hold products', async () => {
  const { categories } = expectContract(endpoints.listCategories, 200, await app.inject('/api/categories'));
  assert.equal(categories.length, 12);
  assert.ok(categories.includes(product.category));
});

test('compresses for those who can read it, and sends nothing to those who have it', async () => {
  const url = `/api/products/${product.id}`;
  const plain = await app.inject(url);
  const packed = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.equal(packed.headers.vary, 'accept-encoding');
  assert.equal(brotliDecompressSync(packed.rawPayload).toString(), plain.payload);
  const refused = await app.inject({ url, headers: { 'accept-encoding': 'br;q=0, gzip' } });
  assert.equal(refused.headers['content-encoding'], undefined);
  const etag = String(plain.headers.etag);
  for (const known of [etag, `"older", ${etag}`]) {
    const again = await app.inject({ url, headers: { 'if-none-match': known } });
    assert.equal(again.statusCode, 304);
    assert.equal(again.payload, '');
    assert.equal(again.headers.etag, etag);
  }
  assert.equal((await app.inject({ url, headers: { 'if-none-match': '"older"' } })).statusCode, 200);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as contract from '@octo/contracts/crm/shops.ts';
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

let slugs = 0;

function draft(change: object = {}) {
  slugs += 1;
  return { slug: `harbour-${slugs}`, name: 'Harbour', region: 'eu-central', ...change };
}

async function add(change: object = {}): Promise<contract.Shop> {
  return expectContract(contract.addShop, 201, await manager.post('/api/shops', draft(change))).shop;
}

async function read(id: number): Promise<contract.Shop> {
  return expectContract(contract.getShop, 200, await viewer.get(`/api/shops/${id}`)).shop;
}

async function list(query: string): Promise<{ shops: contract.Shop[]; next?: string }> {
  return expectContract(contract.listShops, 200, await viewer.get(`/api/shops?${query}`));
}

test('lists the shops by name with what is assigned to them, page by page', async () => {
  const { shops } = await list('limit=200');
  const primary = shops.find(({ slug }) => slug === 'primary-store');
  assert.ok(primary && primary.product_count > 50);
  const first = await list('limit=2');
  assert.deepEqual([...first.shops, ...(await list(`limit=2&after=${first.next}`)).shops], shops.slice(0, 4));
});

test('finds by name, slug and region, and by status', async () => {
  const { id } = await add({ name: 'Quay 9', region: 'antarctica', status: 'inactive' });
  for (const query of ['search=QUAY', 'search=ntarc&status=inactive', 'search=harbour-&status=inactive'])
    assert.deepEqual(
      (await list(query)).shops.map((shop) => shop.id),
      [id],
    );
  assert.deepEqual((await list('search=quay&status=active')).shops, []);
});

test('adds a shop', async () => {
  const shop = await add({ storefront_url: 'https://harbour.example.com/', currency: 'EUR', notes: 'By the quay.' });
  assert.deepEqual(await read(shop.id), shop);
  const { storefront_url, currency, status, notes, product_count, version } = shop;
  assert.deepEqual(
    { storefront_url, currency, status, notes, product_count, version },
    {
      storefront_url: 'https://harbour.example.com/',
      currency: 'EUR',
      status: 'active',
      notes: 'By the quay.',
      product_count: 0,
      version: 1,
    },
  );
});

test('changes the fields that are sent and no other', async () => {
  const shop = await add({ notes: 'By the quay.' });
  const url = `/api/shops/${shop.id}`;
  const answer = await manager.patch(url, { version: 1, status: 'maintenance', notes: null });
  const { status, shop: changed } = expectContract(contract.changeShop, 200, answer);
  assert.equal(status, 'updated');
  const expected = { ...shop, status: 'maintenance', notes: null, version: 2, updated_at: changed.updated_at };
  assert.deepEqual(changed, expected);
  const again = await manager.patch(url, { version: 2, status: 'maintenance' });
  assert.deepEqual(expectContract(contract.changeShop, 200, again).shop, changed, 'nothing new, nothing written');
});

test('an edit that comes too late is refused and shown both versions', async () => {
  const { id } = await add();
  await manager.patch(`/api/shops/${id}`, { version: 1, name: 'Quay' });
  const yours = { version: 1, name: 'Pier', region: 'us' };
  const answer = await manager.patch(`/api/shops/${id}`, yours);
  expectProblem(answer, { status: 409, code: 'shops.stale' });
  assert.deepEqual(answer.json().current, await read(id));
  assert.deepEqual(answer.json().yours, yours);
});

test('a slug that is taken is refused, for a new shop and for an old one', async () => {
  const { id } = await add();
  const taken = { status: 409, code: 'shops.slug_taken', field: 'slug' };
  expectProblem(await manager.post('/api/shops', draft({ slug: 'primary-store' })), taken);
  expectProblem(await manager.patch(`/api/shops/${id}`, { version: 1, slug: 'primary-store' }), taken);
});

const badFields: [name: string, fields: object, field: string][] = [
  ['a slug in capitals', { slug: 'Harbour' }, 'slug'],
  ['a slug with a blank', { slug: 'har bour' }, 'slug'],
  ['a slug that ends in a dash', { slug: 'harbour-' }, 'slug'],
  ['a name of blanks', { name: '  ' }, 'name'],
  ['a region too long', { region: 'x'.repeat(81) }, 'region'],
  ['a script as address', { storefront_url: 'javascript:alert(1)' }, 'storefront_url'],
  ['a path as address', { storefront_url: '/shop' }, 'storefront_url'],
  ['an address with a password', { storefront_url: 'https://a:b@evil.example' }, 'storefront_url'],
  ['a currency of four letters', { currency: 'EURO' }, 'currency'],
  ['a currency in small letters', { currency: 'eur' }, 'currency'],
  ['an unknown status', { status: 'open' }, 'status'],
  ['notes too long', { notes: 'x'.repeat(2001) }, 'notes'],
];

for (const [name, fields, field] of badFields) {
  test(`refuses ${name}, in a new shop and in an old one`, async () => {
    const shop = await add();
    const refused = { status: 400, code: 'http.invalid', field };
    expectProblem(await manager.post('/api/shops', draft(fields)), refused);
    expectProblem(await manager.patch(`/api/shops/${shop.id}`, { version: 1, ...fields }), refused);
    assert.deepEqual(await read(shop.id), shop);
  });
}

test('refuses an edit without a version, and a list it cannot make', async () => {
  const invalid = { status: 400, code: 'http.invalid' };
  expectProblem(await manager.patch('/api/shops/1', { name: 'A' }), { ...invalid, field: 'version' });
  expectProblem(await manager.patch('/api/shops/none', { version: 1 }), { ...invalid, field: 'id' });
  expectProblem(await viewer.get('/api/shops?status=open'), { ...invalid, field: 'status' });
  const forged = { status: 400, code: 'paging.cursor_invalid', field: 'after' };
  expectProblem(await viewer.get('/api/shops?after=abc'), forged);
});

test('a shop that does not exist is not found', async () => {
  const missing = { status: 404, code: 'shops.not_found' };
  expectProblem(await viewer.get('/api/shops/987654321'), missing);
  expectProblem(await manager.patch('/api/shops/987654321', { version: 1, name: 'A' }), missing);
});

test('who is not signed in sees no shop, and who may only look changes none', async () => {
  const stranger = clientOf(t.app, 'octo_crm=nobody');
  const support = await signedInAs(t, 'support');
  const before = await read(1);
  const change = { version: before.version, status: 'inactive' };
  const strangers = ['/api/shops', '/api/shops/1'].map((url) => stranger.get(url));
  strangers.push(stranger.post('/api/shops', draft()), stranger.patch('/api/shops/1', change));
  for (const answer of await Promise.all(strangers))
    expectProblem(answer, { status: 401, code: 'identity.not_signed_in' });
  for (const client of [viewer, support]) {
    assert.equal((await client.get('/api/shops')).statusCode, 200);
    const refused = { status: 403, code: 'identity.not_allowed' };
    expectProblem(await client.post('/api/shops', draft()), refused);
    expectProblem(await client.patch('/api/shops/1', change), refused);
  }
  assert.deepEqual(await read(1), before);
});

test('an administrator may add and change', async () => {
  const admin = await signedInAs(t, 'admin');
  const { shop } = expectContract(contract.addShop, 201, await admin.post('/api/shops', draft()));
  expectContract(contract.changeShop, 200, await admin.patch(`/api/shops/${shop.id}`, { version: 1, region: 'us' }));
});

import type { ProductDetail } from '@octo/contracts/crm/products.ts';
import type { Shop } from '@octo/contracts/crm/shops.ts';
import { createTestDatabase, type TestDatabase } from '@octo/database/testing/test-database.ts';
import { type StaffClient, signedInAs } from '../../../apps/crm/testing/sign-in.ts';
import { createTestCrm, type TestCrm } from '../../../apps/crm/testing/test-crm.ts';
import { createTestShop, type TestShop, type TestShopOptions } from '../../../apps/shop/testing/test-shop.ts';

/** A CRM and as many shops as a test opens, all on one seeded database. */
export interface Estate extends AsyncDisposable {
  database: TestDatabase;
  crm: TestCrm;
  /** Somebody who may change products and shops. */
  manager: StaffClient;
  openShop(options?: TestShopOptions): Promise<TestShop>;
  addProduct(fields?: object): Promise<ProductDetail>;
  changeProduct(product: Pick<ProductDetail, 'id'>, fields: object): Promise<ProductDetail>;
  correctStock(product: Pick<ProductDetail, 'id'>, delta: number): Promise<ProductDetail>;
  /** Changes the shop with this slug. */
  changeShop(slug: string, fields: object): Promise<Shop>;
}

export async function openEstate(): Promise<Estate> {
  await using opened = new AsyncDisposableStack();
  const database = opened.use(await createTestDatabase({ seed: true }));
  const crm = opened.use(await createTestCrm({ database }));
  const manager = await signedInAs(crm, 'manager');
  const call = callsOf(manager);
  let skus = 0;
  const kept = opened.move();
  return {
    database,
    crm,
    manager,
    openShop: async (options) => kept.use(await createTestShop({ ...options, database })),
    addProduct: async (fields) => {
      skus += 1;
      const needed = { name: `Harrier ${skus}`, sku: `HARRIER-${skus}`, category: 'Kites', price: 10, shop_id: 1 };
      return (await call.post('/api/products', { ...needed, ...fields })).product;
    },
    changeProduct: async ({ id }, fields) => {
      const { version } = (await call.get(`/api/products/${id}`)).product;
      return (await call.patch(`/api/products/${id}`, { version, ...fields })).product;
    },
    correctStock: async ({ id }, delta) =>
      (await call.post(`/api/products/${id}/stock-movements`, { delta, reason: 'counted anew' })).product,
    changeShop: async (slug, fields) => {
      const { shops } = await call.get(`/api/shops?search=${slug}`);
      const { id, version } = shops.find((shop: Shop) => shop.slug === slug);
      return (await call.patch(`/api/shops/${id}`, { version, ...fields })).shop;
    },
    [Symbol.asyncDispose]: () => kept[Symbol.asyncDispose](),
  };
}

type Answer = Awaited<ReturnType<StaffClient['get']>>;

/** What the CRM answers to somebody, who must be heard. */
function callsOf(client: StaffClient) {
  const heard = (answer: Answer) => {
    if (answer.statusCode >= 300) throw new Error(`the CRM answered ${answer.statusCode}: ${answer.payload}`);
    return answer.json();
  };
  return {
    get: async (url: string) => heard(await client.get(url)),
    post: async (url: string, payload: object) => heard(await client.post(url, payload)),
    patch: async (url: string, payload: object) => heard(await client.patch(url, payload)),
  };
}

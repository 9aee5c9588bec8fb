import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { StaleEdit } from '@octo/platform/errors/stale-edit.ts';
import { lacksRight } from '@octo/platform/testing/lacks-right.ts';
import { getCatalogVersion } from '../catalog/index.ts';
import { auditTrail } from '../testing/audit-trail.ts';
import { later } from '../testing/orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop, type SmallShop } from '../testing/small-shop.ts';
import { addShop } from './add-shop.ts';
import { changeShop } from './change-shop.ts';
import { getShop } from './get-shop.ts';
import { getStorefront } from './get-storefront.ts';
import type { ShopDetail } from './shop-detail.ts';
import type { ShopEdit } from './shop-values.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
after(() => shop[Symbol.asyncDispose]());

let slugs = 0;

function add(edit: ShopEdit = {}): Promise<ShopDetail> {
  slugs += 1;
  return addShop(shop.crm, { ...edit, slug: edit.slug ?? `new-${slugs}`, name: 'Harbour', region: 'eu' });
}

function change({ id, version }: Pick<ShopDetail, 'id' | 'version'>, edit: ShopEdit) {
  return changeShop(shop.crm, { shopId: id, version, edit });
}

test('a shop is added, stands in the audit, and its storefront can open', async () => {
  const version = await getCatalogVersion(shop.crm);
  const added = await add({ slug: 'harbour', storefrontUrl: 'https://harbour.example.com', notes: ' ' });
  const { id, createdAt, updatedAt, ...facts } = added;
  const values = { slug: 'harbour', name: 'Harbour', region: 'eu', currency: 'USD', status: 'active', notes: null };
  const own = { storefrontUrl: 'https://harbour.example.com', address: null, productCount: 0, version: 1 };
  assert.deepEqual(facts, { ...values, ...own });
  assert.deepEqual(createdAt, updatedAt);
  const after = { ...values, storefront_url: 'https://harbour.example.com' };
  assert.deepEqual(await auditTrail(shop.owner, `shops/${id}`), [
    { action: 'shops.create', actor: 'user:7', traceId: shop.crm.traceId, before: null, after },
  ]);
  assert.equal((await getStorefront(shop.ctx, { slug: 'harbour' })).id, id);
  assert.equal(await getCatalogVersion(shop.crm), version + 1);
});

test('only what is sent changes, the version moves, the audit says what, and the storefront is told', async () => {
  const added = await add({ notes: 'By the quay.' });
  const version = await getCatalogVersion(shop.crm);
  const at = later(shop.crm, 1000);
  const edit = { status: 'maintenance', name: ' Harbour 2 ' } as const;
  const changed = await changeShop(at, { shopId: added.id, version: 1, edit });
  const values = { status: 'maintenance', name: 'Harbour 2', version: 2 };
  assert.deepEqual(changed, { ...added, ...values, updatedAt: at.clock.now() });
  assert.deepEqual(await getShop(shop.crm, { shopId: added.id }), changed);
  assert.equal(await getCatalogVersion(shop.crm), version + 1);
  assert.equal((await getStorefront(shop.ctx, added)).status, 'maintenance');
  const [, update] = await auditTrail(shop.owner, `shops/${added.id}`);
  assert.deepEqual(update, {
    action: 'shops.update',
    actor: 'user:7',
    traceId: shop.crm.traceId,
    before: { name: 'Harbour', status: 'active' },
    after: { name: 'Harbour 2', status: 'maintenance' },
  });
});

test('an edit that says nothing new writes nothing', async () => {
  const added = await add({ notes: 'By the quay.' });
  const version = await getCatalogVersion(shop.crm);
  for (const edit of [{}, { name: 'Harbour ', currency: 'USD' }, { storefrontUrl: null, notes: 'By the quay.' }])
    assert.deepEqual(await change(added, edit), added);
  assert.equal((await auditTrail(shop.owner, `shops/${added.id}`)).length, 1);
  assert.equal(await getCatalogVersion(shop.crm), version);
});

test('what may be missing can be taken away', async () => {
  const added = await add({ notes: 'By the quay.', storefrontUrl: 'http://harbour.example.com' });
  const { notes, storefrontUrl } = await change(added, { notes: '', storefrontUrl: null });
  assert.deepEqual({ notes, storefrontUrl }, { notes: null, storefrontUrl: null });
});

test('an edit made from a version that is gone is refused with the shop as it stands now', async () => {
  const added = await add();
  const outcomes = await Promise.allSettled(['ap', 'us', 'af'].map((region) => change(added, { region })));
  const kept = await getShop(shop.crm, { shopId: added.id });
  assert.equal(kept.version, 2);
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  assert.equal(refused.length, 2);
  for (const { reason } of refused) {
    assert.ok(reason instanceof StaleEdit && refusal('Conflict', 'shops.stale')(reason), String(reason));
    assert.deepEqual(reason.current, kept);
  }
});

test('a slug that is taken is refused, for a new shop and for an old one, also when both are quick', async () => {
  const taken = refusal('Conflict', 'shops.slug_taken', 'slug');
  await assert.rejects(add({ slug: 'shop-1' }), taken);
  await assert.rejects(change(await add(), { slug: 'shop-1' }), taken);
  const both = [await add(), await add()].map((added) => change(added, { slug: 'wanted' }));
  const refused = (await Promise.allSettled(both)).filter((outcome) => outcome.status === 'rejected');
  assert.equal(refused.length, 1);
  assert.ok(taken(refused[0]?.reason), String(refused[0]?.reason));
});

test('an unknown shop is not found', async () => {
  await assert.rejects(change({ id: 999, version: 1 }, { name: 'A' }), refusal('NotFound', 'shops.not_found'));
});

test('with the rights of the shop no shop can be changed', async () => {
  const { id: shopId } = await add();
  const asShop = changeShop({ ...shop.crm, db: shop.ctx.db }, { shopId, version: 1, edit: { status: 'active' } });
  await assert.rejects(asShop, lacksRight);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdit, blankProduct, type ProductEdit, toAudit, toColumns } from './product-values.ts';

const falcon = {
  name: 'Falcon',
  sku: 'FAL-1',
  category: 'Drones',
  priceCents: 49_999,
  description: 'Flies.',
  imageUrl: '/images/products/fal-1.svg',
  shopId: 1,
  isActive: true,
};

const edits: { says: string; edit: ProductEdit; change: Partial<typeof falcon> | object }[] = [
  { says: 'nothing', edit: {}, change: {} },
  { says: 'what is undefined', edit: { name: undefined, shopId: undefined, isActive: undefined }, change: {} },
  { says: 'another price', edit: { priceCents: 0 }, change: { priceCents: 0 } },
  { says: 'that it is off sale', edit: { isActive: false }, change: { isActive: false } },
  { says: 'that no shop sells it', edit: { shopId: null }, change: { shopId: null } },
  { says: 'that it has no picture of its own', edit: { imageUrl: null }, change: { imageUrl: null } },
  { says: 'a name between blanks', edit: { name: '  Falcon 2\n' }, change: { name: 'Falcon 2' } },
  { says: 'a category between blanks', edit: { category: ' Cameras ' }, change: { category: 'Cameras' } },
  { says: 'no description', edit: { description: '' }, change: { description: '' } },
  { says: 'a description of blanks', edit: { description: ' \n ' }, change: { description: '' } },
  { says: 'a SKU in small letters', edit: { sku: 'fal-1' }, change: { sku: 'fal-1' } },
];

for (const { says, edit, change } of edits) {
  test(`an edit that says ${says} changes that and nothing else`, () => {
    assert.deepEqual(applyEdit(falcon, edit), { ...falcon, ...change });
  });
}

test('a product of which little is said is on sale, in no shop, without description and picture', () => {
  const needed = { name: 'Falcon', sku: 'FAL-1', category: 'Drones', priceCents: 1 };
  const rest = { description: '', imageUrl: null, shopId: null, isActive: true };
  assert.deepEqual(applyEdit(blankProduct, needed), { ...needed, ...rest });
});

test('a table keeps prices as decimals and an empty description as none', () => {
  const { priceCents: _, ...same } = falcon;
  assert.deepEqual(toColumns(falcon), { ...same, price: '499.99' });
  assert.equal(toColumns({ ...falcon, description: '' }).description, null);
});

test('an audit keeps the names of the wire, and prices as decimal text', () => {
  assert.deepEqual(toAudit({ ...falcon, priceCents: 5 }), {
    name: 'Falcon',
    sku: 'FAL-1',
    category: 'Drones',
    price: '0.05',
    description: 'Flies.',
    image_url: '/images/products/fal-1.svg',
    shop_id: 1,
    is_active: true,
  });
});

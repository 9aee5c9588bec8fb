import type { ProductChange, ProductRow } from '@octo/contracts/crm/products.ts';
import type { Faults } from '../../parts/edit/field-values.ts';
import { priceText, readPrice } from './price.ts';

/** What the fields of a product hold while somebody types; empty is none. */
export type ProductValues = {
  name: string;
  sku: string;
  category: string;
  price: string;
  shop_id: string;
  description: string;
  image_url: string;
  is_active: boolean;
};

export const productLabels: Readonly<Record<keyof ProductValues, string>> = {
  name: 'Name',
  sku: 'SKU',
  category: 'Category',
  price: 'Price',
  shop_id: 'Shop',
  description: 'Description',
  image_url: 'Picture',
  is_active: 'Active',
};

export const blankProduct: ProductValues = {
  name: '',
  sku: '',
  category: '',
  price: '',
  shop_id: '',
  description: '',
  image_url: '',
  is_active: true,
};

export function toProductValues(product: ProductRow): ProductValues {
  const { name, sku, category, price, shop_id, description, image_url, is_active } = product;
  return {
    name,
    sku,
    category,
    price: priceText(price),
    shop_id: shop_id === null ? '' : String(shop_id),
    description,
    image_url: image_url ?? '',
    is_active,
  };
}

export function checkProduct({ name, sku, category, price, image_url }: ProductValues): Faults<ProductValues> {
  const faults: Faults<ProductValues> = {};
  if (name.trim() === '') faults.name = 'Enter a name.';
  if (!/^[\w.-]{2,}$/.test(sku.trim()))
    faults.sku = 'Two or more letters, digits, dots, dashes or underscores, such as DRN-001.';
  if (category.trim() === '') faults.category = 'Enter a category.';
  const read = readPrice(price);
  if ('fault' in read) faults.price = read.fault;
  if (!/^(\/(?!\/)[^\s\\]*)?$/.test(image_url.trim())) faults.image_url = 'A path of the shop that begins with “/”.';
  return faults;
}

type ProductFields = Omit<ProductChange, 'version'>;

/** What was typed, as the API takes it. Ask `checkProduct` first. */
export function toProductFields(typed: Partial<ProductValues>): ProductFields {
  const { sku, price, shop_id, image_url, ...same } = typed;
  return {
    ...same,
    ...(sku === undefined ? {} : { sku: sku.trim() }),
    ...(price === undefined ? {} : { price: dollarsOf(price) }),
    ...(shop_id === undefined ? {} : { shop_id: shop_id === '' ? null : Number(shop_id) }),
    ...(image_url === undefined ? {} : { image_url: image_url.trim() || null }),
  };
}

/** A price that `readPrice` has nothing against, in dollars. */
export function dollarsOf(typed: string): number {
  const price = readPrice(typed);
  if ('fault' in price) throw new RangeError('not checked');
  return price.dollars;
}

import type { NewProduct } from '@octo/contracts/crm/products.ts';
import type { Faults } from '../../parts/edit/field-values.ts';
import {
  blankProduct,
  checkProduct,
  dollarsOf,
  type ProductValues,
  productLabels,
  toProductFields,
} from './product-values.ts';
import { readUnits } from './units.ts';

/** A product may have its first units from the start; empty is none. */
export type NewProductValues = ProductValues & { stock: string };

export const newProductLabels: Readonly<Record<keyof NewProductValues, string>> = {
  ...productLabels,
  stock: 'First units',
};

export const blankNewProduct: NewProductValues = { ...blankProduct, stock: '' };

export function checkNewProduct(values: NewProductValues): Faults<NewProductValues> {
  const faults: Faults<NewProductValues> = checkProduct(values);
  const units = firstUnits(values);
  return 'fault' in units ? { ...faults, stock: units.fault } : faults;
}

/** What was typed, as the API takes it. Ask `checkNewProduct` first. */
export function toNewProduct(values: NewProductValues): NewProduct {
  const { stock: _, ...product } = values;
  const { name, category, sku, price } = product;
  const first = firstUnits(values);
  return {
    ...toProductFields(product),
    name,
    category,
    sku: sku.trim(),
    price: dollarsOf(price),
    stock: 'units' in first ? first.units : 0,
  };
}

function firstUnits({ stock }: NewProductValues) {
  return stock.trim() === '' ? { units: 0 } : readUnits(stock, 0);
}

import { decimalFromCents } from '@octo/platform/money/cents.ts';

/** What staff decide about a product. */
export interface ProductValues {
  name: string;
  sku: string;
  category: string;
  priceCents: number;
  description: string;
  imageUrl: string | null;
  shopId: number | null;
  isActive: boolean;
}

/** Values that somebody sent; what is undefined stays as it is. */
export type ProductEdit = { [Field in keyof ProductValues]?: ProductValues[Field] | undefined };

/** What a product is before anything is said about it. */
export const blankProduct: ProductValues = {
  name: '',
  sku: '',
  category: '',
  priceCents: 0,
  description: '',
  imageUrl: null,
  shopId: null,
  isActive: true,
};

/** The values after an edit. Blanks around a text are not meant. */
export function applyEdit(values: ProductValues, edit: ProductEdit): ProductValues {
  return {
    name: edit.name?.trim() ?? values.name,
    sku: edit.sku ?? values.sku,
    category: edit.category?.trim() ?? values.category,
    priceCents: edit.priceCents ?? values.priceCents,
    description: edit.description?.trim() ?? values.description,
    imageUrl: edit.imageUrl === undefined ? values.imageUrl : edit.imageUrl,
    shopId: edit.shopId === undefined ? values.shopId : edit.shopId,
    isActive: edit.isActive ?? values.isActive,
  };
}

/** As the table keeps them. */
export function toColumns({ priceCents, description, ...values }: ProductValues) {
  return { ...values, price: decimalFromCents(priceCents), description: description === '' ? null : description };
}

/** As the audit keeps them. */
export function toAudit(values: ProductValues) {
  return {
    name: values.name,
    sku: values.sku,
    category: values.category,
    price: decimalFromCents(values.priceCents),
    description: values.description,
    image_url: values.imageUrl,
    shop_id: values.shopId,
    is_active: values.isActive,
  };
}

import type { ShopsStatus } from '@octo/database/tables.ts';

/** What staff decide about a shop. */
export interface ShopValues {
  slug: string;
  name: string;
  region: string;
  storefrontUrl: string | null;
  currency: string;
  status: ShopsStatus;
  notes: string | null;
}

/** Values that somebody sent; what is undefined stays as it is. */
export type ShopEdit = { [Field in keyof ShopValues]?: ShopValues[Field] | undefined };

/** What a shop is before anything is said about it. */
export const blankShop: ShopValues = {
  slug: '',
  name: '',
  region: '',
  storefrontUrl: null,
  currency: 'USD',
  status: 'active',
  notes: null,
};

/** The values after an edit. Blanks around a text are not meant, and empty notes are none. */
export function applyEdit(values: ShopValues, edit: ShopEdit): ShopValues {
  return {
    slug: edit.slug ?? values.slug,
    name: edit.name?.trim() ?? values.name,
    region: edit.region?.trim() ?? values.region,
    storefrontUrl: edit.storefrontUrl === undefined ? values.storefrontUrl : edit.storefrontUrl,
    currency: edit.currency ?? values.currency,
    status: edit.status ?? values.status,
    notes: edit.notes === undefined ? values.notes : edit.notes?.trim() || null,
  };
}

/** As the audit keeps them. */
export function toAudit({ storefrontUrl, ...values }: ShopValues) {
  return { ...values, storefront_url: storefrontUrl };
}

import type { NewShop, Shop, ShopChange, ShopStatus } from '@octo/contracts/crm/shops.ts';
import { oneOfThese } from '@octo/ui/react/statuses.ts';
import type { Faults } from '../../parts/edit/field-values.ts';
import { shopStatuses } from '../../parts/statuses.ts';

/** What the fields of a shop hold while somebody types; empty is none. */
export type ShopValues = {
  name: string;
  slug: string;
  region: string;
  currency: string;
  storefront_url: string;
  status: string;
  notes: string;
};

export const shopLabels: Readonly<Record<keyof ShopValues, string>> = {
  name: 'Name',
  slug: 'Slug',
  region: 'Region',
  currency: 'Currency',
  storefront_url: 'Storefront address',
  status: 'Status',
  notes: 'Notes',
};

/** What a status does to buyers. */
export const statusMeanings: Readonly<Record<ShopStatus, string>> = {
  active: 'Buyers can look around and order.',
  maintenance: 'Buyers can look around; cart and checkout say that the shop is being worked on. Carts are kept.',
  inactive: 'Closed: buyers find nothing there, not even the products.',
};

export const blankShop: ShopValues = {
  name: '',
  slug: '',
  region: '',
  currency: 'USD',
  storefront_url: '',
  status: 'active',
  notes: '',
};

export function toShopValues({ name, slug, region, currency, storefront_url, status, notes }: Shop): ShopValues {
  return { name, slug, region, currency, storefront_url: storefront_url ?? '', status, notes: notes ?? '' };
}

export function checkShop({ name, slug, region, currency, storefront_url }: ShopValues): Faults<ShopValues> {
  const faults: Faults<ShopValues> = {};
  if (name.trim() === '') faults.name = 'Enter a name.';
  if (slug.trim().length < 2 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug.trim()))
    faults.slug = 'Small letters and digits, with single dashes between, such as lab-store.';
  if (region.trim() === '') faults.region = 'Enter a region.';
  if (!/^[A-Za-z]{3}$/.test(currency.trim())) faults.currency = 'Three letters, such as USD.';
  if (!/^(https?:\/\/[^\s/?#\\@]+([/?#][^\s\\]*)?)?$/.test(storefront_url.trim()))
    faults.storefront_url = 'An http or https address, such as https://shop.example.com.';
  return faults;
}

/** What was typed, as the API takes it. Ask `checkShop` first. */
export function toShopFields(typed: Partial<ShopValues>): Omit<ShopChange, 'version'> {
  const { name, slug, region, currency, storefront_url, status, notes } = typed;
  const known = oneOfThese(shopStatuses, status);
  return {
    ...(name === undefined ? {} : { name }),
    ...(slug === undefined ? {} : { slug: slug.trim() }),
    ...(region === undefined ? {} : { region }),
    ...(currency === undefined ? {} : { currency: currency.trim().toUpperCase() }),
    ...(storefront_url === undefined ? {} : { storefront_url: storefront_url.trim() || null }),
    ...(known === undefined ? {} : { status: known }),
    ...(notes === undefined ? {} : { notes: notes.trim() || null }),
  };
}

export function toNewShop(values: ShopValues): NewShop {
  const { name, slug, region } = values;
  return { ...toShopFields(values), name, slug: slug.trim(), region };
}

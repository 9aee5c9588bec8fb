import type { Permission } from './permissions.ts';

/** The kinds of records whose story can be told. */
export const xrayKinds = [
  'order',
  'line',
  'product',
  'customer',
  'invoice',
  'delivery',
  'movement',
  'audit',
  'trace',
] as const;
export type XrayKind = (typeof xrayKinds)[number];

/** What one has to be allowed to read to be told it, beside `observability.read`. */
export const xrayPermissions: Readonly<Record<XrayKind, Permission>> = {
  order: 'orders.read',
  line: 'orders.read',
  invoice: 'orders.read',
  product: 'products.read',
  movement: 'products.read',
  customer: 'customers.read',
  delivery: 'sync.read',
  audit: 'audit.read',
  trace: 'observability.read',
};

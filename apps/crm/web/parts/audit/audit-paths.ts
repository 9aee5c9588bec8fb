import type { Permission } from '@octo/contracts/crm/permissions.ts';

const permissions: Readonly<Record<string, Permission>> = {
  orders: 'orders.read',
  products: 'products.read',
  shops: 'shops.read',
};

/** The page of what an entry is about, `products/17`; undefined where there is none, or not for this person. */
export function pathOf(resource: string, can: (permission: Permission) => boolean): string | undefined {
  const [, query] = /^queries\/([a-z_]+)$/.exec(resource) ?? [];
  if (query !== undefined) return can('workflows.read') ? `/query-lab?query=${query}` : undefined;
  const [, kind = '', id = ''] = /^([a-z]+)\/([1-9]\d*)$/.exec(resource) ?? [];
  const permission = Object.entries(permissions).find(([name]) => name === kind)?.[1];
  return permission !== undefined && can(permission) ? `/${kind}/${id}` : undefined;
}

import type { Permission } from '@octo/contracts/crm/permissions.ts';
import type { Place } from '@octo/ui/react/shell/place.ts';
import type { PagePath } from '../paths.ts';
import { useCan } from '../session/session.ts';

interface CrmPlace extends Place {
  path: PagePath;
  permission: Permission;
}

const places: readonly CrmPlace[] = [
  { path: '/', title: 'Dashboard', icon: 'dashboard', permission: 'orders.read', group: 'work' },
  { path: '/orders', title: 'Orders', icon: 'orders', permission: 'orders.read', group: 'work' },
  { path: '/products', title: 'Products', icon: 'products', permission: 'products.read', group: 'work' },
  { path: '/customers', title: 'Customers', icon: 'customers', permission: 'customers.read', group: 'work' },
  { path: '/shops', title: 'Shops', icon: 'shops', permission: 'shops.read', group: 'work' },
  { path: '/platform', title: 'Platform', icon: 'platform', permission: 'workflows.read', group: 'system' },
  { path: '/observability', title: '360', icon: 'gauge', permission: 'observability.read', group: 'system' },
  { path: '/query-lab', title: 'Query lab', icon: 'lab', permission: 'workflows.read', group: 'system' },
  { path: '/sync', title: 'Sync', icon: 'sync', permission: 'sync.read', group: 'system' },
  { path: '/audit', title: 'Audit', icon: 'audit', permission: 'audit.read', group: 'system' },
  { path: '/users', title: 'Users', icon: 'users', permission: 'users.manage', group: 'system' },
];

/** Where the person may go. */
export function usePlaces(): readonly Place[] {
  const can = useCan();
  return places.filter(({ permission }) => can(permission));
}

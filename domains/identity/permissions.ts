import { type Permission, permissions, type StaffRole } from '@octo/contracts/crm/permissions.ts';

const view: readonly Permission[] = [
  'orders.read',
  'products.read',
  'shops.read',
  'customers.read',
  'sync.read',
  'workflows.read',
];
/** Who only runs the business neither lets people in nor breaks things on purpose. */
const forAdmins: readonly Permission[] = ['users.manage', 'simulation.manage'];
const serve: readonly Permission[] = [...view, 'orders.manage', 'workflows.run', 'observability.read'];

/** The one table of who may do what. A role that is not in it may do nothing. */
const ofRole: Readonly<Record<StaffRole, readonly Permission[]>> = {
  admin: permissions,
  manager: permissions.filter((permission) => !forAdmins.includes(permission)),
  support: serve,
  viewer: view,
};

/** What a role holds; nothing for one that the table does not know. */
export function permissionsOf(role: string): readonly Permission[] {
  return Object.entries(ofRole).find(([name]) => name === role)?.[1] ?? [];
}

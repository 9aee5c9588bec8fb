/** What staff may do, by name. Which role holds which is decided in domains/identity. */
export const permissions = [
  'orders.read',
  'orders.manage',
  'orders.cancel',
  'payments.record',
  'products.read',
  'products.manage',
  'stock.manage',
  'shops.read',
  'shops.manage',
  'customers.read',
  'sync.read',
  'sync.manage',
  'workflows.read',
  'workflows.run',
  'audit.read',
  'observability.read',
  'simulation.manage',
  'users.manage',
] as const;
export type Permission = (typeof permissions)[number];

export const staffRoles = ['admin', 'manager', 'support', 'viewer'] as const;
export type StaffRole = (typeof staffRoles)[number];

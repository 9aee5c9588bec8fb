import assert from 'node:assert/strict';
import { test } from 'node:test';
import { permissions, staffRoles } from '@octo/contracts/crm/permissions.ts';
import { permissionsOf } from './index.ts';

const view = ['orders.read', 'products.read', 'shops.read', 'customers.read', 'sync.read', 'workflows.read'];

const table = {
  admin: [...permissions],
  manager: permissions.filter((permission) => !['users.manage', 'simulation.manage'].includes(permission)),
  support: [...view, 'orders.manage', 'workflows.run', 'observability.read'],
  viewer: view,
};

for (const role of staffRoles) {
  test(`${role} may do what the table says and no more`, () => {
    assert.deepEqual([...permissionsOf(role)].sort(), [...table[role]].sort());
  });
}

for (const role of ['chaos_operator', 'Admin', 'toString', '__proto__', 'constructor', '']) {
  test(`a role that the table does not know may do nothing: “${role}”`, () =>
    assert.deepEqual(permissionsOf(role), []));
}

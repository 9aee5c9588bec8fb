import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staffRoles } from '@octo/contracts/crm/permissions.ts';
import { permissionsOf } from '@octo/domains/identity';
import { roleOf, takesRightsAway } from './roles.ts';

const roles = [...staffRoles, null];

for (const from of roles)
  for (const to of roles)
    test(`from ${from ?? 'no role'} to ${to ?? 'no role'} is asked about exactly when something is lost`, () => {
      const after = permissionsOf(to ?? 'none');
      const isLess = permissionsOf(from ?? 'none').some((permission) => !after.includes(permission));
      assert.equal(takesRightsAway(from, to), isLess);
    });

test('only a known name is a role', () => {
  assert.equal(roleOf('viewer'), 'viewer');
  for (const name of ['Viewer', '', 'toString', null]) assert.equal(roleOf(name), null);
});

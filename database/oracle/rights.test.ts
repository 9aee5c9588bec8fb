import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loginRoles, serviceRoles } from '../grants.ts';
import { planRights, type Right, wantedRights } from './rights.ts';
import { oracleUsers } from './users.ts';

const users = oracleUsers();

function right(grantee: string, verb: string, thing: string, column?: string): Right {
  return column === undefined ? { grantee, verb, thing } : { grantee, verb, thing, column };
}

const all = ['a', 'b'].map((column) => right('shop', 'update', 'orders', column));
const cases: [what: string, held: Right[], wanted: Right[], statements: string[]][] = [
  ['nothing, when all is as it should be', all, all, []],
  [
    'what is missing, in one statement for each table and user',
    [],
    [right('shop', 'select', 'orders'), right('shop', 'insert', 'orders'), ...all, right('crm', 'read', 'carts')],
    ['grant select, insert, update (a, b) on o.orders to shop', 'grant read on o.carts to crm'],
  ],
  ['a column that is missing', all.slice(0, 1), all, ['grant update (b) on o.orders to shop']],
  [
    'what is too much',
    [right('query', 'delete', 'orders'), right('public', 'read', 'orders')],
    [],
    ['revoke delete on o.orders from query', 'revoke read on o.orders from public'],
  ],
  [
    'one column too many by taking all of them and giving back the others',
    [...all, right('shop', 'update', 'orders', 'total')],
    all,
    ['revoke update on o.orders from shop', 'grant update (a, b) on o.orders to shop'],
  ],
  [
    'a whole table where columns are enough',
    [right('shop', 'update', 'orders')],
    all,
    ['revoke update on o.orders from shop', 'grant update (a, b) on o.orders to shop'],
  ],
  [
    'columns where the whole table is right',
    all,
    [right('shop', 'update', 'orders')],
    ['grant update on o.orders to shop'],
  ],
  [
    'the right to lock where reading is enough',
    [right('crm', 'select', 'carts')],
    [right('crm', 'read', 'carts')],
    ['revoke select on o.carts from crm', 'grant read on o.carts to crm'],
  ],
];
for (const [what, held, wanted, statements] of cases) {
  test(`changes ${what}`, () => {
    assert.deepEqual(planRights(held, wanted, 'o'), statements);
  });
}

test('gives the services what the grants say, with READ for who changes nothing', () => {
  const statements = planRights([], wantedRights(users), users.owner);
  for (const expected of [
    'grant read on octo_owner.products to octo_shop',
    'grant select, update (quantity) on octo_owner.stock_levels to octo_shop',
    'grant select, insert, update, delete on octo_owner.products to octo_crm',
    'grant read, insert on octo_owner.stock_movements to octo_shop',
    'grant insert on octo_owner.audit_logs to octo_gateway',
    'grant select on octo_owner.business_ids to octo_shop',
  ]) {
    assert.ok(statements.includes(expected), expected);
  }
  assert.deepEqual(planRights(wantedRights(users), wantedRights(users), users.owner), []);
});

test('lets the query lab read views, and the insight nothing of ours', () => {
  const statements = planRights([], wantedRights(users), users.owner);
  const lab = statements.filter((statement) => statement.endsWith(' to octo_query'));
  assert.ok(lab.length >= 18);
  assert.deepEqual(
    lab.filter((statement) => !/^grant read on octo_owner\.query_\w+ to octo_query$/.test(statement)),
    [],
  );
  assert.equal(
    statements.some((statement) => statement.endsWith(` to ${users.roles.octo_insight}`)),
    false,
  );
});

test('has names of its own for another installation in the same database', () => {
  const others = oracleUsers('octo_test');
  assert.equal(others.owner, 'octo_test_owner');
  assert.equal(others.roles.octo_shop, 'octo_test_shop');
  assert.equal(Object.keys(others.roles).length, loginRoles.length);
  const statements = planRights([], wantedRights(others), others.owner);
  assert.equal(
    statements.some((statement) => serviceRoles.some((role) => statement.endsWith(` to ${role}`))),
    false,
  );
  assert.throws(() => oracleUsers('octo; drop user admin'), /cannot begin the name/);
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { mountedBy } from '@octo/platform/testing/mounted-routes.ts';
import { createTestCrm } from './testing/test-crm.ts';
import { pagePaths } from './web/paths.ts';
import { workflows } from './workflows.ts';

const { built: t, routes: mounted } = await mountedBy(() => createTestCrm());
after(() => t[Symbol.asyncDispose]());
const addresses = [...new Set([...mounted.map((route) => route.split(' ')[1] ?? ''), ...pagePaths])];

/** The part of the address that says what it is about. */
const workflowOf: Record<string, string> = {
  orders: 'order-history',
  customers: 'crm-lead-capture',
  dashboard: 'admin-analytics',
  admin: 'admin-analytics',
  sync: 'admin-analytics',
  products: 'admin-analytics',
  warehouses: 'admin-analytics',
  shops: 'admin-analytics',
  simulation: 'admin-analytics',
  audit: 'admin-analytics',
  users: 'admin-analytics',
  observability: 'admin-analytics',
  xray: 'admin-analytics',
  workflows: 'query-lab',
  'query-lab': 'query-lab',
  components: 'query-lab',
  platform: 'query-lab',
};
/** Nobody's work, or that of whom the caller names. */
const others = [
  'auth',
  'integrations',
  'version',
  'sign-in',
  'assets',
  'favicon.ico',
  'health',
  'ready',
  'metrics',
  'openapi.json',
];

function subjectOf(address: string): string {
  return address.split('/').filter((part) => part !== '' && part !== 'api')[0] ?? '';
}

for (const address of addresses.filter((address) => address !== '/'))
  test(`${address} is of the workflow that people know it by`, () => {
    const subject = subjectOf(address);
    const expected = workflowOf[subject];
    if (expected === undefined) assert.ok(others.includes(subject), `${subject}: of which workflow?`);
    assert.equal(workflows.ofRoute(address), expected);
  });

test('the dashboard is where an operator begins', () => {
  assert.equal(workflows.ofRoute('/'), 'admin-analytics');
});

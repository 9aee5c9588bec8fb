/** Tests of the suite that speak to PostgreSQL itself, and therefore say nothing about Oracle. */
export interface NotPortable {
  readonly file: string;
  /** The names of those tests, or the whole file. */
  readonly tests: 'all' | readonly string[];
  /** What stands in each of those tests, or in the file, for as long as the reason holds. */
  readonly sign: string;
  readonly reason: string;
}

const plans = {
  tests: 'all',
  sign: 'openBigShop',
  reason: 'reads the plans of PostgreSQL over rows that it makes',
} as const;
const relay = {
  tests: 'all',
  sign: 'reach: gate.lead',
  reason: 'cuts the line by a relay that a PostgreSQL URL leads to',
} as const;
const waits = { sign: 'somebodyWaits', reason: 'asks PostgreSQL which session waits for a lock' };

export const notPortable: readonly NotPortable[] = [
  { file: 'domains/catalog/product-plans.test.ts', ...plans },
  { file: 'domains/customers/customer-plans.test.ts', ...plans },
  { file: 'domains/orders/reading/order-plans.test.ts', ...plans },
  { file: 'domains/reports/report-plans.test.ts', ...plans },
  { file: 'domains/workflows/ping-database.test.ts', ...relay },
  { file: 'domains/workflows/records/record-kept.test.ts', ...relay },
  {
    file: 'domains/identity/sign-in.test.ts',
    tests: ['somebody shut out between the password and the session gets none'],
    ...waits,
  },
  {
    file: 'domains/identity/people/change-role.test.ts',
    tests: ['whoever takes an administrator away waits for one who is at it, and looks again afterwards'],
    ...waits,
  },
  {
    file: 'domains/workflows/sweeps/run-sweep.test.ts',
    tests: ['a query that fails unasked makes it an error, which is told until a sweep goes well'],
    sign: '42P01',
    reason: 'takes a view away and gives it back, with the grants of PostgreSQL',
  },
  {
    file: 'platform/database/business-ids.test.ts',
    tests: ['a database that was away for a moment does not stop the ids for good'],
    sign: 'scratch.run',
    reason: 'renames a sequence, in words of PostgreSQL',
  },
];

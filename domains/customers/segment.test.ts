import assert from 'node:assert/strict';
import { test } from 'node:test';
import { segmentOf } from './segment.ts';

const cases = [
  { name: 'a person', customer: { company: null, revenueCents: 0 }, spentCents: 0, segment: 'private' },
  { name: 'a company', customer: { company: 'Sky Ltd', revenueCents: 0 }, spentCents: 0, segment: 'business' },
  {
    name: 'a company just below both bounds',
    customer: { company: 'Sky Ltd', revenueCents: 99_999_999 },
    spentCents: 4_999_999,
    segment: 'business',
  },
  {
    name: 'a company that turns over a million',
    customer: { company: 'Sky Ltd', revenueCents: 100_000_000 },
    spentCents: 0,
    segment: 'key_account',
  },
  {
    name: 'a person who has spent fifty thousand',
    customer: { company: null, revenueCents: 0 },
    spentCents: 5_000_000,
    segment: 'key_account',
  },
] as const;

for (const { name, customer, spentCents, segment } of cases) {
  test(`${name} is ${segment}`, () => {
    assert.equal(segmentOf(customer, spentCents), segment);
  });
}

export type Segment = 'private' | 'business' | 'key_account';

const keyRevenueCents = 100_000_000;
const keySpentCents = 5_000_000;

/** How much attention a customer is given: a key account turns over a million, or has spent fifty thousand with us. */
export function segmentOf(customer: { company: string | null; revenueCents: number }, spentCents: number): Segment {
  if (customer.revenueCents >= keyRevenueCents || spentCents >= keySpentCents) return 'key_account';
  return customer.company === null ? 'private' : 'business';
}

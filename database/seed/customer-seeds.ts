import { businessCustomers } from './data/business-customers.ts';
import { firstNames, lastNames, streets } from './data/names.ts';
import type { Random } from './random.ts';
import type { Row } from './seed-rows.ts';
import { dayMs, plus } from './time.ts';

export interface CustomerSeed {
  row: Row<'customers'> & { id: number; createdAt: Date };
  address: string;
  isBusiness: boolean;
}

const privateCustomers = 80;
const oldestDays = 400;

/** The business customers first, then people who joined one after the other until a few days ago. */
export function makeCustomers(now: Date, random: Random): CustomerSeed[] {
  const business = businessCustomers.map(({ address, ...customer }, index) => {
    const createdAt = plus(now, (index - oldestDays) * dayMs);
    const phone = phoneNumber(index);
    return { row: { id: index + 1, ...customer, phone, createdAt, updatedAt: createdAt }, address, isBusiness: true };
  });
  const people = Array.from({ length: privateCustomers }, (_, index) => {
    const id = business.length + index + 1;
    const name = `${firstNames[index % firstNames.length]} ${lastNames[(index * 7 + 3) % lastNames.length]}`;
    const domain = random.chance(0.2) ? 'example.org' : 'example.com';
    const email = `${name.toLowerCase().replace(' ', '.')}${index < 40 ? '' : id}@${domain}`;
    const createdAt = plus(now, -(oldestDays - 3 - (index * (oldestDays - 8)) / privateCustomers) * dayMs);
    const phone = phoneNumber(id);
    return {
      row: { id, name, email, phone, createdAt, updatedAt: createdAt },
      address: random.pick(streets),
      isBusiness: false,
    };
  });
  return [...business, ...people];
}

function phoneNumber(index: number): string {
  return `+1 555 ${String(200 + index).padStart(4, '0')}`;
}

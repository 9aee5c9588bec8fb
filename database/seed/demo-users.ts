import { randomInt } from 'node:crypto';
import { hashPassword } from '@octo/platform/passwords/hash-password.ts';
import type { StaffRolesRole } from '../tables.ts';
import type { CustomerSeed } from './customer-seeds.ts';
import type { Row } from './seed-rows.ts';
import { dayMs, plus } from './time.ts';

export interface Credentials {
  crm: { username: string; password: string; role: StaffRolesRole }[];
  shop: { username: string; password: string }[];
}

export interface DemoUsers {
  users: Row<'users'>[];
  staffRoles: Row<'staffRoles'>[];
  credentials: Credentials;
}

const staff: readonly StaffRolesRole[] = ['admin', 'manager', 'support', 'viewer'];
// Without what is easily misread: 0 O, 1 l I.
const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const passwordLength = 16;

export interface KnownPassword {
  username: string;
  password: string;
}

/**
 * One person for each staff role, named like it, and two buyers: a private one and one who buys for a company.
 * Who is known already, from another database of this installation, keeps the password.
 */
export async function makeDemoUsers(
  now: Date,
  customers: readonly CustomerSeed[],
  known: readonly KnownPassword[] = [],
): Promise<DemoUsers> {
  const createdAt = plus(now, -200 * dayMs);
  const passwordOf = (name: string) => known.find(({ username }) => username === name)?.password ?? newPassword();
  const credentials: Credentials = {
    crm: staff.map((role) => ({ username: role, password: passwordOf(role), role })),
    shop: ['buyer', 'fleet'].map((username) => ({ username, password: passwordOf(username) })),
  };
  const buyers = [
    customers.find((customer) => !customer.isBusiness),
    customers.find((customer) => customer.isBusiness),
  ];
  const people = [...credentials.crm, ...credentials.shop];
  const users = await Promise.all(
    people.map(async ({ username, password }, index) => {
      const customer = buyers[index - staff.length]?.row;
      return {
        id: index + 1,
        username,
        email: customer?.email ?? `${username}@example.com`,
        passwordHash: await hashPassword(password),
        customerId: customer?.id ?? null,
        createdAt,
      };
    }),
  );
  const staffRoles = staff.map((role, index) => ({ userId: index + 1, role, grantedBy: 'seed', grantedAt: createdAt }));
  return { users, staffRoles, credentials };
}

function newPassword(): string {
  return Array.from({ length: passwordLength }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

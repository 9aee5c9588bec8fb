import type { StaffRole } from '@octo/contracts/crm/permissions.ts';
import { hashPassword } from '@octo/platform/passwords/hash-password.ts';
import type { LightMyRequestResponse as Answer, FastifyInstance } from 'fastify';
import { addPerson } from './sign-in.ts';
import type { TestCrm } from './test-crm.ts';

export const password = 'correct horse battery staple';
const passwordHash = hashPassword(password);

/** Adds somebody who signs in with `password`. */
export async function addAccount(t: TestCrm, role?: StaffRole): Promise<{ userId: number; username: string }> {
  const person = await addPerson(t, role);
  const hash = { passwordHash: await passwordHash };
  await t.owner.updateTable('users').set(hash).where('id', '=', person.userId).execute();
  return person;
}

/** Tries to sign in, from an address of its own unless one is given. */
export function logIn(
  app: FastifyInstance,
  credentials: { username: string; password?: string },
  headers: Record<string, string> = {},
): Promise<Answer> {
  attempts += 1;
  const address = `2001:db8:0:${attempts.toString(16)}::1`;
  return app.inject({
    method: 'POST',
    url: '/api/auth/login',
    headers: { 'x-forwarded-for': address, ...headers },
    payload: { password, ...credentials },
  });
}

let attempts = 0;

/** The cookie that an answer sets, as the browser would send it. */
export function cookieOf(answer: Answer): string {
  return String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
}

import { createHash, randomBytes } from 'node:crypto';
import type { StaffRole } from '@octo/contracts/crm/permissions.ts';
import type { LightMyRequestResponse as Answer, FastifyInstance, InjectOptions } from 'fastify';
import { sessionCookieName } from '../session-cookie.ts';
import type { TestCrm } from './test-crm.ts';

type Payload = NonNullable<InjectOptions['payload']>;

/** Somebody of the staff at their browser: every request carries their session. */
export interface StaffClient {
  /** As the browser would send it: `name=value`. */
  cookie: string;
  userId: number;
  username: string;
  get(url: string): Promise<Answer>;
  post(url: string, payload?: Payload): Promise<Answer>;
  patch(url: string, payload: Payload): Promise<Answer>;
  delete(url: string): Promise<Answer>;
}

/** Adds a person with this role and a session that is open, without the work that a password takes. */
export async function signedInAs(t: TestCrm, role: StaffRole): Promise<StaffClient> {
  const person = await addPerson(t, role);
  const cookie = await openSession(t, person.userId);
  return { ...person, ...clientOf(t.app, cookie) };
}

/** Adds a person who can never sign in with a password. */
export async function addPerson({ crm, owner }: TestCrm, role?: StaffRole) {
  const { ids, clock } = crm.serviceContext('test');
  const userId = await ids.next();
  const username = `${role ?? 'nobody'}-${userId}`;
  const createdAt = clock.now();
  const user = { id: userId, username, email: `${username}@example.com`, passwordHash: '!', createdAt };
  await owner.insertInto('users').values(user).execute();
  if (role)
    await owner.insertInto('staffRoles').values({ userId, role, grantedBy: 'test', grantedAt: createdAt }).execute();
  return { userId, username };
}

/** Opens a session as signing in does, and returns its cookie. */
export async function openSession({ crm, owner }: TestCrm, userId: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = crm.serviceContext('test').clock.now();
  const expiresAt = new Date(now.getTime() + crm.config.session.idleMs);
  const session = {
    id: createHash('sha256').update(token).digest('hex'),
    userId,
    service: 'crm',
    authMethod: 'password',
  } as const;
  await owner
    .insertInto('userSessions')
    .values({ ...session, createdAt: now, lastSeenAt: now, expiresAt })
    .execute();
  return `${sessionCookieName(crm)}=${token}`;
}

/** Requests with a cookie, to this or another instance of the CRM. */
export function clientOf(app: FastifyInstance, cookie: string) {
  const headers = { cookie };
  return {
    cookie,
    get: (url: string) => app.inject({ method: 'GET', url, headers }),
    post: (url: string, payload: Payload = {}) => app.inject({ method: 'POST', url, headers, payload }),
    patch: (url: string, payload: Payload) => app.inject({ method: 'PATCH', url, headers, payload }),
    delete: (url: string) => app.inject({ method: 'DELETE', url, headers }),
  };
}

import type { StaffRole } from '@octo/contracts/crm/permissions.ts';
import { systemClock } from '@octo/platform/context/context.ts';
import { createIds } from '@octo/platform/database/business-ids.ts';
import { hashPassword } from '@octo/platform/passwords/hash-password.ts';
import { type Answer, ask } from './buyer.ts';
import type { Owner } from './shop-floor.ts';

/** Somebody of the staff in front of a CRM. */
export interface Operator {
  get(path: string): Promise<Answer>;
  post(path: string, body?: object): Promise<Answer>;
  patch(path: string, body: object): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

/** An account of somebody of the staff. */
export interface Account {
  username: string;
  password: string;
}

const operator: Account = { username: 'operator', password: 'a pass phrase of the drills' };

/** Gives somebody an account, by default one that may do everything. */
export async function hire(owner: Owner, { username, password }: Account = operator, role: StaffRole = 'admin') {
  const at = systemClock.now();
  const userId = await createIds(owner, systemClock).next();
  const passwordHash = await hashPassword(password);
  await owner
    .insertInto('users')
    .values({ id: userId, username, email: `${username}@example.com`, passwordHash, createdAt: at })
    .execute();
  await owner.insertInto('staffRoles').values({ userId, role, grantedBy: 'drill', grantedAt: at }).execute();
  return userId;
}

/** Signs somebody in, as the page does. */
export async function signIn(crmUrl: string, account: Account = operator): Promise<Operator> {
  const response = await fetch(`${crmUrl}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  if (response.status !== 200) throw new Error(`signing in: ${response.status} ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const send = (method: string, path: string, body: object) =>
    ask(`${crmUrl}${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    get: (path) => ask(`${crmUrl}${path}`, { headers: { cookie } }),
    post: (path, body = {}) => send('POST', path, body),
    patch: (path, body) => send('PATCH', path, body),
    delete: (path) => send('DELETE', path, {}),
  };
}

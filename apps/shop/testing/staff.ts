import { createHash, randomBytes } from 'node:crypto';
import type { Tables } from '@octo/database/tables.ts';
import type { Kysely } from 'kysely';

/** The cookie of an administrator who is signed in to the CRM, on this database. */
export async function staffCookie(owner: Kysely<Tables>): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const { userId } = await owner
    .selectFrom('staffRoles')
    .where('role', '=', 'admin')
    .select('userId')
    .executeTakeFirstOrThrow();
  const now = new Date();
  const session = {
    id: createHash('sha256').update(token).digest('hex'),
    userId,
    service: 'crm',
    authMethod: 'password',
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + 3_600_000),
  } as const;
  await owner.insertInto('userSessions').values(session).execute();
  return `octo_crm=${token}`;
}

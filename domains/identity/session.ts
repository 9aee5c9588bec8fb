import { createHash } from 'node:crypto';
import type { Permission } from '@octo/contracts/crm/permissions.ts';
import type { Actor } from '@octo/platform/context/context.ts';

/** Somebody who signed in, as they are at this moment: a role taken away is gone from the next look. */
export interface StaffSession {
  id: string;
  userId: number;
  username: string;
  role: string;
  permissions: ReadonlySet<Permission>;
  expiresAt: Date;
}

/** How long a session lives: while it is used, and at the longest. */
export interface SessionLimits {
  idleMs: number;
  longestMs: number;
}

/** What the database keeps of the secret in the cookie: who reads the table can open no session with it. */
export function sessionIdOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** When a session that began at one instant ends if it is not used after another. */
export function expiryOf(createdAt: Date, usedAt: Date, { idleMs, longestMs }: SessionLimits): Date {
  return new Date(Math.min(usedAt.getTime() + idleMs, createdAt.getTime() + longestMs));
}

/** The person that a caller turned out to be: for the audit of who signs in or out. */
export function asActor(caller: Actor, userId: number): Actor {
  return { ...caller, id: `user:${userId}`, userId };
}

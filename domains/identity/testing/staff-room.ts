import { argon2Sync, randomBytes } from 'node:crypto';
import type { StaffRolesRole, Tables } from '@octo/database/tables.ts';
import { type Kysely, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';

export const password = 'the right horse';
export const minuteMs = 60_000;
export const limits = { idleMs: 60 * minuteMs, longestMs: 8 * 60 * minuteMs };

export interface NewPerson {
  username?: string;
  email?: string;
  role?: StaffRolesRole;
  isActive?: boolean;
  passwordHash?: string;
  customerId?: number;
}

export interface StaffRoom extends TestContext {
  /** Adds somebody whose password is `password`. Returns their id. */
  addPerson(person?: NewPerson): Promise<number>;
}

/** A database with nobody in it but those a test adds. */
export async function openStaffRoom(): Promise<StaffRoom> {
  const context = await createTestContext();
  const { owner, crm } = context;
  let lastId = 0;
  return {
    ...context,
    addPerson: async ({ role, ...person } = {}) => {
      lastId += 1;
      const username = person.username ?? `person-${lastId}`;
      const user = { id: lastId, username, email: `${username}@octo.test`, passwordHash: cheapHash, ...person };
      const createdAt = crm.clock.now();
      await owner
        .insertInto('users')
        .values({ ...user, createdAt })
        .execute();
      const granted = { userId: lastId, grantedBy: 'test', grantedAt: createdAt };
      if (role) {
        await owner
          .insertInto('staffRoles')
          .values({ ...granted, role })
          .execute();
      }
      return lastId;
    },
  };
}

/** The same context on behalf of somebody who signed in. */
export function actingAs(ctx: Ctx, userId: number): Ctx {
  return { ...ctx, actor: { ...ctx.actor, id: `user:${userId}`, userId } };
}

/** Of the one password, at a cost that lets many tests verify it. */
const cheapHash = hashCheaply(password);

export function hashCheaply(message: string): string {
  const nonce = randomBytes(16);
  const tag = argon2Sync('argon2id', { message, nonce, tagLength: 32, memory: 64, passes: 1, parallelism: 1 });
  const [salt, hash] = [nonce, tag].map((bytes) => bytes.toString('base64').replaceAll('=', ''));
  return `$argon2id$v=19$m=64,t=1,p=1$${salt}$${hash}`;
}

/** Resolves once a transaction of this database waits for another, or `work` is over without. */
export async function somebodyWaits(owner: Kysely<Tables>, work: Promise<unknown>): Promise<void> {
  const waiting = sql<{ pid: number }>`select pid from pg_locks where not granted and pid in
    (select pid from pg_stat_activity where datname = current_database())`;
  let isOver = false;
  work.finally(() => {
    isOver = true;
  });
  while (!isOver && (await waiting.execute(owner)).rows.length === 0) await sql`select pg_sleep(0.01)`.execute(owner);
}

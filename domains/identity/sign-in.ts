import { randomBytes } from 'node:crypto';
import { transact } from '@octo/platform/database/transact.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { decoyHash } from '@octo/platform/passwords/hash-password.ts';
import { verifyPassword } from '@octo/platform/passwords/verify-password.ts';
import type { Ctx } from '../context.ts';
import { recordAudit } from '../security/index.ts';
import { attemptKeys, noticeOf } from './lock-out/attempt-keys.ts';
import { countAttempt } from './lock-out/count-attempt.ts';
import { noteLockOut } from './lock-out/note-lock-out.ts';
import { deleteAttempts } from './lock-out/queries.ts';
import { permissionsOf } from './permissions.ts';
import { insertSession, markSignedIn, selectStaffByName } from './queries.ts';
import { asActor, expiryOf, type SessionLimits, type StaffSession, sessionIdOf } from './session.ts';

export interface SignInInput {
  /** Username or e-mail, in any case. */
  username: string;
  password: string;
  /** Where the attempt comes from. */
  address: string;
  limits: SessionLimits;
}

export interface SignedIn {
  /** The secret for the cookie; it is kept nowhere. */
  token: string;
  session: StaffSession;
}

/**
 * Opens a session for an active member of staff. Throws Unauthorized, the same for an unknown name as for a wrong password and
 * after the same work, and LimitExceeded once too many attempts failed.
 */
export async function signIn(ctx: Ctx, input: SignInInput): Promise<SignedIn> {
  const name = input.username.trim();
  const person = await findStaff(ctx, name);
  const keys = attemptKeys({ name: person?.username ?? name, address: input.address });
  const closing = await countAttempt(ctx, keys);
  const isRight = await verifyPassword(input.password, person?.passwordHash ?? decoyHash);
  if (!person || !isRight) {
    for (const door of closing) await noteLockOut(ctx, door);
    throw wrongCredentials();
  }
  return await transact(ctx, async (ctx) => {
    await deleteAttempts(ctx.db, { accountKeys: [keys.accountKey, noticeOf(keys.accountKey).noticeKey] });
    return await openSession(ctx, person, input.limits);
  });
}

/** A name can be the username of one and the e-mail of another: the username goes first. */
async function findStaff(ctx: Ctx, name: string) {
  const named = name === '' ? [] : await selectStaffByName(ctx.db, { name });
  const staff = named.filter(({ role }) => permissionsOf(role).length > 0);
  return staff.find(({ username }) => username.toLowerCase() === name.toLowerCase()) ?? staff[0];
}

async function openSession(
  ctx: Ctx,
  { id: userId, username, role }: { id: number; username: string; role: string },
  limits: SessionLimits,
): Promise<SignedIn> {
  const now = ctx.clock.now();
  const isStillActive = (await markSignedIn(ctx.db, { id: userId, lastLoginAt: now })) === 1;
  if (!isStillActive) throw wrongCredentials();
  const token = randomBytes(32).toString('base64url');
  const session = { id: sessionIdOf(token), userId, expiresAt: expiryOf(now, now, limits) };
  await insertSession(ctx.db, { ...session, now });
  const actor = asActor(ctx.actor, userId);
  await recordAudit(
    { ...ctx, actor },
    { action: 'users.sign_in', resource: `users/${userId}`, before: null, after: null },
  );
  return { token, session: { ...session, username, role, permissions: new Set(permissionsOf(role)) } };
}

/** One answer for an unknown name, a wrong password and somebody who does not work here. */
function wrongCredentials(): AppError {
  return new AppError('Unauthorized', 'identity.wrong_credentials', 'The name or the password is not right.');
}

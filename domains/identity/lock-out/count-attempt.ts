import type { Ctx } from '../../context.ts';
import type { AttemptKeys } from './attempt-keys.ts';
import { type Door, isClosed, isOverrun, lockedOut, mostPerAccount, mostPerAddress, windowMs } from './door.ts';
import { noteLockOut } from './note-lock-out.ts';
import { insertAttempt, selectAccountAttempts, selectAddressAttempts } from './queries.ts';

/**
 * Counts an attempt before its password is looked at, so that of guesses made at once no more get through than one after
 * the other. Returns the doors that this attempt closes if it fails. Throws LimitExceeded at a closed one, uncounted: who
 * goes on trying does not keep it closed.
 */
export async function countAttempt(ctx: Ctx, keys: AttemptKeys): Promise<Door[]> {
  const now = ctx.clock.now();
  const closed = (await readDoors(ctx, keys)).filter(isClosed);
  if (closed.length > 0) throw lockedOut(now, closed);
  await insertAttempt(ctx.db, { id: ctx.ids.event(), ...keys, createdAt: now });
  const doors = await readDoors(ctx, keys);
  const overrun = doors.filter(isOverrun);
  for (const door of overrun) await noteLockOut(ctx, door);
  if (overrun.length > 0) throw lockedOut(now, overrun);
  return doors.filter(isClosed);
}

async function readDoors(ctx: Ctx, { accountKey, addressKey }: AttemptKeys): Promise<Door[]> {
  const since = new Date(ctx.clock.now().getTime() - windowMs);
  const [ofAccount, ofAddress] = await Promise.all([
    selectAccountAttempts(ctx.db, { accountKey, since }),
    selectAddressAttempts(ctx.db, { addressKey, since }),
  ]);
  return [
    { key: accountKey, subject: 'account', most: mostPerAccount, attempts: ofAccount.map(timeOf) },
    { key: addressKey, subject: 'address', most: mostPerAddress, attempts: ofAddress.map(timeOf) },
  ];
}

function timeOf({ createdAt }: { createdAt: Date }): Date {
  return createdAt;
}

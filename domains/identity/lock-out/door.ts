import { AppError } from '@octo/platform/errors/app-error.ts';

/** Attempts are counted over so long. */
export const windowMs = 15 * 60 * 1000;

/** What attempts are counted for, and how many close it. */
export interface Door {
  key: string;
  subject: 'account' | 'address';
  most: number;
  /** When the latest attempts were made, newest first; no more than one beyond `most`. */
  attempts: readonly Date[];
}

export const mostPerAccount = 5;
export const mostPerAddress = 30;

/** Whether the next attempt is refused. */
export function isClosed({ attempts, most }: Door): boolean {
  return attempts.length >= most;
}

/** Whether more attempts were counted than may be made: of those that came at once, some go too far. */
export function isOverrun({ attempts, most }: Door): boolean {
  return attempts.length > most;
}

/** The same answer whichever door is closed, and whether or not there is such an account. It says when the last of them opens. */
export function lockedOut(now: Date, doors: readonly Door[]): AppError {
  const opensAt = doors.map(({ attempts, most }) => (attempts[most - 1] ?? now).getTime() + windowMs);
  const retryAfterSeconds = Math.max(1, Math.ceil((Math.max(...opensAt) - now.getTime()) / 1000));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const message = `Too many failed attempts. Please try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
  return new AppError('LimitExceeded', 'identity.locked_out', message, { retryAfterSeconds });
}

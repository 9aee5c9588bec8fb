import type { DatabaseSession } from '@octo/contracts/insight.ts';
import { formatMilliseconds } from '@octo/ui/format.ts';
import type { Status } from '@octo/ui/react/statuses.ts';
import { waitTitle } from '../../parts/wait-classes.ts';

export const shows = [
  { value: 'busy', label: 'At work or waiting' },
  { value: 'waiting', label: 'Waiting for others' },
] as const;
export type Show = (typeof shows)[number]['value'];

export function showOf(text: string | undefined): Show | undefined {
  return shows.find(({ value }) => value === text)?.value;
}

export function isShown({ state, blockedBy }: DatabaseSession, show: Show | undefined): boolean {
  if (show === 'waiting') return blockedBy.length > 0;
  return show === undefined || state !== 'idle';
}

/** What a session does, as a state. */
export function sessionStatus({ state, blockedBy, waitClass }: DatabaseSession): Status {
  if (blockedBy.length > 0) return { label: 'Waits for others', tone: 'bad' };
  if (state === 'idle in transaction') return { label: 'Idle in transaction', tone: 'warn' };
  if (state === 'idle') return { label: 'Idle', tone: 'quiet' };
  return waitClass === 'CPU' || waitClass === 'Idle'
    ? { label: 'At work', tone: 'good' }
    : { label: waitTitle(waitClass), tone: 'info' };
}

/** For how long it has been so: in its statement, or in the transaction that it keeps open. Null where that says nothing. */
export function lastsMs(session: DatabaseSession, at: string): number | null {
  const { state, statementStartedAt, transactionStartedAt } = session;
  if (state === 'idle') return null;
  const since = state === 'active' ? statementStartedAt : (transactionStartedAt ?? statementStartedAt);
  return since === null ? null : Math.max(0, Date.parse(at) - Date.parse(since));
}

/** Quieter than a figure that changes in its last digit every two seconds. */
export function lastsWords(ms: number): string {
  return formatMilliseconds(ms < 1000 ? Math.round(ms) : Math.floor(ms / 1000) * 1000);
}

/** In an order that figures do not change: nothing jumps. */
export function byPlace(one: DatabaseSession, other: DatabaseSession): number {
  return (
    (one.module ?? '').localeCompare(other.module ?? '') ||
    one.sessionId.localeCompare(other.sessionId, 'en', { numeric: true })
  );
}

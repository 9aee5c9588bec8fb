import type { Kysely } from 'kysely';

/** Tells the time; a test can stop it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Makes identifiers in the application, so that a write needs no answer to know them. */
export interface Ids {
  /** The next business id: a safe integer, unique in the database. */
  next(): Promise<number>;
  /** An id for an event, movement or audit row: UUIDv7. */
  event(): string;
}

/** On whose behalf a verb runs. `id` names them in ledgers and audits: "guest", "user:17", "service:sweeper". */
export interface Actor {
  id: string;
  permissions: ReadonlySet<string>;
  /** The row in `users` of a person who signed in. */
  userId?: number;
  /** Where they called from, for the audit. */
  address?: string;
  userAgent?: string;
}

/** Where a piece of work stands among the traces. */
export interface Trace {
  /** The trace this work belongs to, 32 hex digits. */
  traceId: string;
  /** Where in that trace it began (W3C traceparent), to store with work that follows later. */
  traceparent: string | null;
}

/** Of work that nobody traces. */
export const untraced: Trace = { traceId: '0'.repeat(32), traceparent: null };

/** What every verb is given; the ports that one verb needs are added where it is declared. */
export interface Context<Tables> extends Trace {
  db: Kysely<Tables>;
  clock: Clock;
  ids: Ids;
  actor: Actor;
}

export function serviceActor(name: string): Actor {
  return { id: `service:${name}`, permissions: new Set() };
}

export const guest: Actor = { id: 'guest', permissions: new Set() };

import type { SecurityEventsSeverity, Tables } from '@octo/database/tables.ts';
import { comesAfter, type EventPosition, type Sort } from '@octo/platform/paging/keyset.ts';
import type { Kysely } from 'kysely';
import { query } from '../context.ts';

interface NewAudit {
  id: string;
  userId: number | null;
  actor: string;
  actionName: string;
  resourceName: string;
  oldValue: string | null;
  newValue: string | null;
  ipAddress: string | null;
  userAgent: string | null;
  traceId: string;
  createdAt: Date;
}

export const insertAudit = query.write('security.insertAudit', (db, input: NewAudit) =>
  db.insertInto('auditLogs').values(input),
);

interface NewSecurityEvent {
  id: string;
  attackType: string;
  severity: SecurityEventsSeverity;
  endpoint: string;
  details: string;
  sourceIp: string | null;
  traceId: string;
  createdAt: Date;
}

export const insertSecurityEvent = query.write('security.insertSecurityEvent', (db, input: NewSecurityEvent) =>
  db.insertInto('securityEvents').values(input),
);

export interface AuditFilter {
  resource?: string | undefined;
  action?: string | undefined;
  userId?: number | undefined;
  actor?: string | undefined;
}

export interface AuditRow {
  id: string;
  actor: string;
  /** Of the actor, when it is a person. */
  username: string | null;
  actionName: string;
  resourceName: string | null;
  oldValue: string | null;
  newValue: string | null;
  ipAddress: string | null;
  userAgent: string | null;
  traceId: string | null;
  createdAt: Date;
}

const newestFirst: Sort = { column: 'createdAt', kind: 'instant', direction: 'desc' };

function auditEntries(db: Kysely<Tables>) {
  return db
    .selectFrom('auditLogs as a')
    .leftJoin('users as u', 'u.id', 'a.userId')
    .select(['a.id', 'a.actor', 'u.username', 'a.actionName', 'a.resourceName', 'a.oldValue', 'a.newValue'])
    .select(['a.ipAddress', 'a.userAgent', 'a.traceId', 'a.createdAt']);
}

export const selectAudit = query.readVarying(
  'security.selectAudit',
  (db, input: { filter: AuditFilter; after: EventPosition | undefined; offset: number; limit: number }) => {
    const { resource, action, userId, actor } = input.filter;
    const { after } = input;
    let entries = auditEntries(db);
    if (resource !== undefined) entries = entries.where('a.resourceName', '=', resource);
    if (action !== undefined) entries = entries.where('a.actionName', '=', action);
    if (userId !== undefined) entries = entries.where('a.userId', '=', userId);
    if (actor !== undefined) entries = entries.where('a.actor', '=', actor);
    if (after) entries = entries.where(comesAfter(newestFirst, { value: 'a.createdAt', id: 'a.id' }, after));
    return entries.orderBy('a.createdAt', 'desc').orderBy('a.id', 'desc').offset(input.offset).fetch(input.limit);
  },
);

export const selectAuditEntry = query.read('security.selectAuditEntry', (db, input: { id: string }) =>
  auditEntries(db).where('a.id', '=', input.id),
);

/** The first fifty writes of one trace. */
export const selectTraceAudit = query.read('security.selectTraceAudit', (db, input: { traceId: string }) =>
  auditEntries(db).where('a.traceId', '=', input.traceId).orderBy('a.createdAt').orderBy('a.id').fetch(50),
);

/** The first fifty attempts that were noted in one trace. */
export const selectTraceEvents = query.read('security.selectTraceEvents', (db, input: { traceId: string }) =>
  db
    .selectFrom('securityEvents')
    .where('traceId', '=', input.traceId)
    .orderBy('createdAt')
    .orderBy('id')
    .fetch(50)
    .select(['id', 'attackType', 'severity', 'endpoint', 'details', 'createdAt']),
);

export const countAudit = query.readVarying('security.countAudit', (db, input: { since: Date | undefined }) => {
  const entries = db.selectFrom('auditLogs').select(({ fn }) => fn.countAll<number>().as('entries'));
  return input.since === undefined ? entries : entries.where('createdAt', '>=', input.since);
});

export const countEvents = query.readVarying('security.countEvents', (db, input: { since: Date | undefined }) => {
  const events = db.selectFrom('securityEvents').select(({ fn }) => fn.countAll<number>().as('events'));
  return input.since === undefined ? events : events.where('createdAt', '>=', input.since);
});

export const selectActorId = query.read('security.selectActorId', (db, input: { username: string }) =>
  db
    .selectFrom('users')
    .where(({ eb, fn, val }) => eb(fn('lower', ['username']), '=', fn('lower', [val(input.username)])))
    .select('id'),
);

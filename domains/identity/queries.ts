import { query } from '../context.ts';

/** An open session of the CRM with the person and the role as they are now. */
export const selectStaffSession = query.read('identity.selectStaffSession', (db, input: { id: string; now: Date }) =>
  db
    .selectFrom('userSessions as s')
    .innerJoin('users as u', 'u.id', 's.userId')
    .innerJoin('staffRoles as r', 'r.userId', 'u.id')
    .where('s.id', '=', input.id)
    .where('s.service', '=', 'crm')
    .where('s.endedAt', 'is', null)
    .where('s.expiresAt', '>', input.now)
    .where('u.isActive', '=', true)
    .select(['s.id', 's.userId', 's.createdAt', 's.lastSeenAt', 's.expiresAt', 'u.username', 'r.role']),
);

export const touchSession = query.write(
  'identity.touchSession',
  (db, input: { id: string; lastSeenAt: Date; expiresAt: Date }) =>
    db
      .updateTable('userSessions')
      .set({ lastSeenAt: input.lastSeenAt, expiresAt: input.expiresAt })
      .where('id', '=', input.id)
      .where('endedAt', 'is', null),
);

export const insertSession = query.write(
  'identity.insertSession',
  (db, input: { id: string; userId: number; expiresAt: Date; now: Date }) =>
    db.insertInto('userSessions').values({
      id: input.id,
      userId: input.userId,
      service: 'crm',
      authMethod: 'password',
      createdAt: input.now,
      lastSeenAt: input.now,
      expiresAt: input.expiresAt,
    }),
);

export const selectSessionOwner = query.read('identity.selectSessionOwner', (db, input: { id: string }) =>
  db.selectFrom('userSessions').where('id', '=', input.id).where('service', '=', 'crm').select('userId'),
);

export const endSession = query.write('identity.endSession', (db, input: { id: string; endedAt: Date }) =>
  db
    .updateTable('userSessions')
    .set({ endedAt: input.endedAt })
    .where('id', '=', input.id)
    .where('service', '=', 'crm')
    .where('endedAt', 'is', null),
);

export const endSessionsOf = query.write('identity.endSessionsOf', (db, input: { userId: number; now: Date }) =>
  db
    .updateTable('userSessions')
    .set({ endedAt: input.now })
    .where('userId', '=', input.userId)
    .where('service', '=', 'crm')
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', input.now),
);

export const deleteSessionsBefore = query.write('identity.deleteSessionsBefore', (db, input: { before: Date }) =>
  db.deleteFrom('userSessions').where('id', 'in', (eb) =>
    eb
      .selectFrom('userSessions as s')
      .where('s.service', '=', 'crm')
      .where((or) => or.or([or('s.endedAt', '<', input.before), or('s.expiresAt', '<', input.before)]))
      .orderBy('s.expiresAt')
      .fetch(1000)
      .select('s.id'),
  ),
);

/** Who may sign in by this username or e-mail: two at most. */
export const selectStaffByName = query.read('identity.selectStaffByName', (db, input: { name: string }) =>
  db
    .selectFrom('users as u')
    .innerJoin('staffRoles as r', 'r.userId', 'u.id')
    .where(({ or, eb, fn, val }) => {
      const typed = fn('lower', [val(input.name)]);
      return or([eb(fn('lower', ['u.username']), '=', typed), eb(fn('lower', ['u.email']), '=', typed)]);
    })
    .where('u.isActive', '=', true)
    .select(['u.id', 'u.username', 'u.passwordHash', 'r.role']),
);

/** Changes nothing for somebody who was shut out meanwhile. */
export const markSignedIn = query.write('identity.markSignedIn', (db, input: { id: number; lastLoginAt: Date }) =>
  db
    .updateTable('users')
    .set({ lastLoginAt: input.lastLoginAt })
    .where('id', '=', input.id)
    .where('isActive', '=', true),
);

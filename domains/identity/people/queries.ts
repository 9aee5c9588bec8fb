import type { StaffRolesRole, Tables } from '@octo/database/tables.ts';
import { contains } from '@octo/platform/database/contains.ts';
import { comesAfter, type Position, type Sort } from '@octo/platform/paging/keyset.ts';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { query } from '../../context.ts';

/** Everybody with an account, their role and how many sessions they have open. */
function people(db: Kysely<Tables>, now: Date) {
  return db
    .selectFrom('users as u')
    .leftJoin('staffRoles as r', 'r.userId', 'u.id')
    .select(['u.id', 'u.username', 'u.email', 'u.isActive', 'u.lastLoginAt', 'u.createdAt', 'r.role'])
    .select((eb) => openSessions(eb, now).as('openSessions'));
}

function openSessions(eb: ExpressionBuilder<Tables & { u: Tables['users'] }, 'u'>, now: Date) {
  return eb
    .selectFrom('userSessions as s')
    .whereRef('s.userId', '=', 'u.id')
    .where('s.service', '=', 'crm')
    .where('s.endedAt', 'is', null)
    .where('s.expiresAt', '>', now)
    .select(({ fn }) => fn.countAll<number>().as('sessions'))
    .$asScalar()
    .$notNull();
}

export const selectPerson = query.read('identity.selectPerson', (db, input: { id: number; now: Date }) =>
  people(db, input.now).where('u.id', '=', input.id),
);

const byUsername: Sort = { column: 'sortName', kind: 'text', direction: 'asc' };

export const selectPeople = query.readVarying(
  'identity.selectPeople',
  (db, input: { typed: string; after: Position | undefined; offset: number; limit: number; now: Date }) => {
    const { after, typed } = input;
    const listed = people(db, input.now)
      .where((eb) => eb.or([eb('u.customerId', 'is', null), eb('r.role', 'is not', null)]))
      .$if(typed !== '', (builder) => builder.where(contains(['u.username', 'u.email'], typed)))
      .select(sql<string>`lower(u.username)`.as('sortName'));
    return db
      .selectFrom(listed.as('p'))
      .selectAll()
      .$if(after !== undefined, (builder) =>
        builder.where(comesAfter(byUsername, { value: 'p.sortName', id: 'p.id' }, after ?? { value: '', id: 0 })),
      )
      .orderBy('p.sortName')
      .orderBy('p.id')
      .offset(input.offset)
      .fetch(input.limit);
  },
);

/** Whoever changes an account, its role or its sessions waits here for the other. */
export const lockUsers = query.read('identity.lockUsers', (db, input: { ids: number[] }) =>
  db.selectFrom('users').where('id', 'in', input.ids).orderBy('id').select(['id', 'isActive']).forUpdate(),
);

export const setActive = query.write('identity.setActive', (db, input: { id: number; isActive: boolean }) =>
  db.updateTable('users').set({ isActive: input.isActive }).where('id', '=', input.id),
);

export const lockAdmins = query.read('identity.lockAdmins', (db, _: Record<never, never>) =>
  db.selectFrom('staffRoles').where('role', '=', 'admin').orderBy('userId').select('userId').forUpdate(),
);

export const countActiveAdmins = query.read('identity.countActiveAdmins', (db, input: { without: number }) =>
  db
    .selectFrom('staffRoles as r')
    .innerJoin('users as u', 'u.id', 'r.userId')
    .where('r.role', '=', 'admin')
    .where('u.isActive', '=', true)
    .where('u.id', '<>', input.without)
    .select(({ fn }) => fn.countAll<number>().as('admins')),
);

export const selectRole = query.read('identity.selectRole', (db, input: { userId: number }) =>
  db.selectFrom('staffRoles').where('userId', '=', input.userId).select('role'),
);

interface GrantedRole {
  userId: number;
  role: StaffRolesRole;
  grantedBy: string;
  grantedAt: Date;
}

export const insertRole = query.write('identity.insertRole', (db, input: GrantedRole) =>
  db.insertInto('staffRoles').values(input),
);

export const updateRole = query.write('identity.updateRole', (db, input: GrantedRole) =>
  db
    .updateTable('staffRoles')
    .set({ role: input.role, grantedBy: input.grantedBy, grantedAt: input.grantedAt })
    .where('userId', '=', input.userId),
);

export const deleteRole = query.write('identity.deleteRole', (db, input: { userId: number }) =>
  db.deleteFrom('staffRoles').where('userId', '=', input.userId),
);

export const selectUsernames = query.read('identity.selectUsernames', (db, input: { ids: number[] }) =>
  db.selectFrom('users').where('id', 'in', input.ids).select(['id', 'username']),
);

export const countPeople = query.read('identity.countPeople', (db, _: Record<never, never>) =>
  db.selectFrom('users').select(({ fn }) => fn.countAll<number>().as('people')),
);

export const countOpenSessions = query.read('identity.countOpenSessions', (db, input: { now: Date }) =>
  db
    .selectFrom('userSessions')
    .where('expiresAt', '>', input.now)
    .where('endedAt', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('sessions')),
);

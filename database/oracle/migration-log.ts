import { type Kysely, sql } from 'kysely';

/** What is kept about migrations. `schema_migrations` means on Oracle what it means on PostgreSQL. */
export interface MigrationTables {
  schemaMigrations: { name: string; timestamp: string };
  /** DDL commits by itself, so each statement is noted when it begins and when it is done. */
  schemaMigrationSteps: { migration: string; step: number; textHash: string; begunAt: Date; doneAt: Date | null };
  schemaMigrationsLock: { id: string; isLocked: number };
}
export type MigrationDb = Kysely<MigrationTables>;

/** One statement of a migration. */
export interface Step {
  migration: string;
  /** Counted from 1. */
  step: number;
  textHash: string;
}

const lockId = 'migration_lock';
const lockWaitSeconds = 300;

export const logTables: readonly string[] = [
  `create table if not exists schema_migrations (name varchar2(255 char) not null, timestamp varchar2(255 char) not null, constraint schema_migrations_pk primary key (name))`,
  `create table if not exists schema_migration_steps (migration varchar2(255 char) not null, step number(10) not null, text_hash varchar2(64 char) not null, begun_at timestamp(3) with time zone not null, done_at timestamp(3) with time zone, constraint schema_migration_steps_pk primary key (migration, step))`,
  `create table if not exists schema_migrations_lock (id varchar2(255 char) not null, is_locked number(10) default 0 not null, constraint schema_migrations_lock_pk primary key (id))`,
];

export const insertLockRow = (db: MigrationDb) =>
  db.insertInto('schemaMigrationsLock').values({ id: lockId, isLocked: 0 });

/** Waits for whoever holds it; the end of the transaction, or of the session, lets it go. */
export const lockMigrations = sql<object>`select id from schema_migrations_lock where id = ${lockId} for update wait ${sql.lit(lockWaitSeconds)}`;

export const selectApplied = (db: MigrationDb) => db.selectFrom('schemaMigrations').select('name').orderBy('name');

export const selectSteps = (db: MigrationDb, migration: string) =>
  db.selectFrom('schemaMigrationSteps').select(['step', 'textHash', 'doneAt']).where('migration', '=', migration);

export const insertStep = (db: MigrationDb, step: Step, times: { begunAt: Date; doneAt: Date | null }) =>
  db.insertInto('schemaMigrationSteps').values({ ...step, ...times });

export const finishStep = (db: MigrationDb, { migration, step }: Step, doneAt: Date) =>
  db.updateTable('schemaMigrationSteps').set({ doneAt }).where('migration', '=', migration).where('step', '=', step);

export const insertApplied = (db: MigrationDb, name: string, at: Date) =>
  db.insertInto('schemaMigrations').values({ name, timestamp: at.toISOString() });

import { type Kysely, sql } from 'kysely';
import { createScratchDatabase, type ScratchDatabase } from '../../testing/scratch-database.ts';
import { type DatabaseOptions, openDatabase } from '../open-database.ts';

export interface ThingTables {
  things: {
    id: number;
    name: string;
    amount: string | null;
    unitCount: number | null;
    bornAt: Date | null;
    parentId: number | null;
  };
}

export interface Things extends AsyncDisposable {
  scratch: ScratchDatabase;
  db: Kysely<ThingTables>;
  /** Another pool on the same database. */
  open(options?: Partial<DatabaseOptions>): Kysely<ThingTables>;
}

/** A scratch database with the table `things`; two deadlocked transactions are told at once. */
export async function createThings(): Promise<Things> {
  const scratch = await createScratchDatabase();
  await scratch.run(`create table things (id bigint primary key, name text not null unique,
    amount numeric(12, 2), unit_count integer, born_at timestamptz,
    parent_id bigint references things deferrable)`);
  await scratch.run('create sequence business_ids start with 1000 increment by 50');
  await scratch.run(`alter database ${new URL(scratch.url).pathname.slice(1)} set deadlock_timeout = '20ms'`);
  const opened: Kysely<ThingTables>[] = [];
  const open = (options: Partial<DatabaseOptions> = {}) => {
    const db = openDatabase<ThingTables>({ url: scratch.url, applicationName: 'things', poolMax: 5, ...options });
    opened.push(db);
    return db;
  };
  return {
    scratch,
    db: open(),
    open,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(opened.map((db) => db.destroy()));
      await scratch[Symbol.asyncDispose]();
    },
  };
}

export function thing(id: number, name = `thing ${id}`): ThingTables['things'] {
  return { id, name, amount: null, unitCount: null, bornAt: null, parentId: null };
}

export async function namesOf(db: Kysely<ThingTables>): Promise<string[]> {
  const rows = await db.selectFrom('things').orderBy('id').select('name').execute();
  return rows.map((row) => row.name);
}

export async function backendOf(db: Kysely<ThingTables>): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  return rows[0]?.pid ?? 0;
}

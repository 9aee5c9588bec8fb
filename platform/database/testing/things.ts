import { type Kysely, sql } from 'kysely';
import { createScratchDatabase, type ScratchDatabase } from '../../testing/scratch-database.ts';
import { leaseSharedDatabase, type SharedDatabase, sharedDatabase } from '../../testing/shared-database.ts';
import type { DatabaseAddress } from '../address.ts';
import { engineOf } from '../engines/engine.ts';
import { openDatabase, type PoolOptions } from '../open-database.ts';

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
  /** The PostgreSQL database they are in; one that tests share has none to offer. */
  scratch: ScratchDatabase;
  db: Kysely<ThingTables>;
  /** Another pool on the same database. */
  open(options?: Partial<PoolOptions & { url: string }>): Kysely<ThingTables>;
  /** Takes all of them away. */
  clear(): Promise<void>;
  /** What the engine says when two transactions wait for each other, and when a key holds its value already. */
  refusals: Readonly<Record<'deadlock' | 'duplicate' | 'dangling', object>>;
}

interface House extends AsyncDisposable {
  address: DatabaseAddress;
  scratch: ScratchDatabase;
}

const columns = {
  postgres: `id bigint primary key, name text not null unique, amount numeric(12, 2), unit_count integer,
    born_at timestamptz, parent_id bigint references things deferrable`,
  oracle: `id number(19) primary key, name varchar2(200 char) not null unique, amount number(12, 2), unit_count number(10),
    born_at timestamp with time zone, parent_id number(19) references things deferrable`,
};

const refusals = {
  postgres: { deadlock: { code: '40P01' }, duplicate: { code: '23505' }, dangling: { code: '23503' } },
  oracle: { deadlock: { errorNum: 60 }, duplicate: { errorNum: 1 }, dangling: { errorNum: 2291 } },
};

/** The table `things` in a scratch database, or in the one that tests share; two deadlocked transactions are told at once. */
export async function createThings(): Promise<Things> {
  const shared = sharedDatabase();
  const house = shared ? await borrowHouse(shared) : await buildHouse();
  const opened: Kysely<ThingTables>[] = [];
  const open: Things['open'] = (options = {}) => {
    const db = openDatabase<ThingTables>({ ...house.address, applicationName: 'things', poolMax: 5, ...options });
    opened.push(db);
    return db;
  };
  const db = open();
  const engine = engineOf(db).name;
  await sql`create table things (${sql.raw(columns[engine])})`.execute(db);
  return {
    scratch: house.scratch,
    db,
    open,
    clear: async () => void (await db.deleteFrom('things').execute()),
    refusals: refusals[engine],
    [Symbol.asyncDispose]: async () => {
      await sql`drop table things`.execute(db);
      await Promise.all(opened.map((each) => each.destroy()));
      await house[Symbol.asyncDispose]();
    },
  };
}

async function buildHouse(): Promise<House> {
  const scratch = await createScratchDatabase();
  await scratch.run('create sequence business_ids start with 1000 increment by 50');
  await scratch.run(`alter database ${new URL(scratch.url).pathname.slice(1)} set deadlock_timeout = '20ms'`);
  return { address: { url: scratch.url }, scratch, [Symbol.asyncDispose]: () => scratch[Symbol.asyncDispose]() };
}

async function borrowHouse({ owner }: SharedDatabase): Promise<House> {
  const lease = await leaseSharedDatabase();
  return { address: owner, scratch: noScratch, [Symbol.asyncDispose]: () => lease[Symbol.asyncDispose]() };
}

const noScratch: ScratchDatabase = {
  get url() {
    return refuse();
  },
  run: refuse,
  [Symbol.asyncDispose]: refuse,
};

function refuse(): never {
  throw new Error('this test speaks to PostgreSQL itself: it belongs into tests/conformance/not-portable.ts');
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

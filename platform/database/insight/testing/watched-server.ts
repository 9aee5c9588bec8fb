import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../embedded-postgres/start.ts';

/** A PostgreSQL of the test's own: what it counts is counted for the whole server. */
export interface WatchedServer extends AsyncDisposable {
  /** Of the database `watched`, signed in as one of its roles. */
  urlOf(role: 'postgres' | 'octo_insight' | 'worker' | 'other_worker' | 'stranger', database?: string): string;
  /** A session of its own, named so; closed with the server. */
  session(role: 'worker' | 'other_worker', name: string): Promise<pg.Client>;
  /** As the superuser. */
  run(statement: string, database?: string): Promise<void>;
  stop(): Promise<void>;
}

const setUp = `
  create extension pg_stat_statements;
  create table items (id int primary key, kind text not null, note text);
  create index items_by_kind on items (kind);
  insert into items select n, 'kind ' || n % 5, null from generate_series(1, 20) n;
  create role worker login password 'worker';
  create role other_worker login password 'worker';
  create role octo_insight login password 'octo_insight' in role pg_monitor;
  create role stranger login password 'stranger';
  grant all on items to worker, other_worker`;

/** Holds twenty items of five kinds. */
export async function startWatchedServer(): Promise<WatchedServer> {
  const room = await mkdtemp(join(tmpdir(), 'octo-watched-'));
  const server = await startEmbeddedPostgres({ dataDir: join(room, 'data'), password: 'postgres', durable: false });
  const sessions: pg.Client[] = [];
  const urlOf = (role: string, database = 'watched') => {
    const url = new URL(server.url);
    url.username = role;
    url.password = role.replace('other_', '');
    url.pathname = database;
    return url.href;
  };
  const run = async (statement: string, database = 'watched') => {
    const client = await signIn(urlOf('postgres', database), 'test');
    await client.query(statement).finally(() => client.end());
  };
  await run('create database watched', 'postgres');
  await run(setUp);
  const stop = async () => {
    await Promise.all(sessions.splice(0).map((session) => session.end().catch(() => undefined)));
    await server.stop();
  };
  return {
    urlOf,
    run,
    stop,
    session: async (role, name) => {
      const client = await signIn(urlOf(role), name);
      sessions.push(client);
      return client;
    },
    [Symbol.asyncDispose]: async () => {
      await stop();
      await rm(room, { recursive: true, force: true });
    },
  };
}

async function signIn(connectionString: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: name });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Asks until the answer is there; a test that waits in vain is ended by its runner. */
export async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(20);
  }
}

import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

/** One connection for the owner's work, and Kysely over that same connection: for what makes the tables, and for their rows. */
export interface OwnerConnection extends AsyncDisposable {
  client: pg.Client;
  schemaDb: Kysely<unknown>;
  db: Kysely<Tables>;
}

export async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: 'octo-database' });
  await client.connect();
  return client;
}

export async function openAsOwner(connectionString: string): Promise<OwnerConnection> {
  const client = await connect(connectionString);
  const dialect = new PostgresDialect({ pool: singleConnection(client) });
  return {
    client,
    schemaDb: new Kysely<unknown>({ dialect }),
    db: new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] }),
    async [Symbol.asyncDispose]() {
      await client.end();
    },
  };
}

/** The owner acts on one connection so that `SET ROLE` and locks hold for everything it does. */
function singleConnection(client: pg.Client) {
  const connection = Object.assign(client, { release() {} });
  return { connect: async () => connection, end: async () => {}, options: {} };
}

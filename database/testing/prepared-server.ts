import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@octo/platform/embedded-postgres/start.ts';
import { connect } from '../owner-connection.ts';
import { type PrepareInput, prepareDatabase, type ServiceUrls } from '../prepare.ts';

/** A PostgreSQL of the test's own, to be prepared: roles, and what is counted of statements, belong to a whole server. */
export interface PreparedServer extends AsyncDisposable {
  /** The superuser's, to the maintenance database. */
  url: string;
  /** Holds `credentials.json`, and `roles` with the passwords. */
  room: string;
  prepare(change?: Partial<PrepareInput>): Promise<{ urls: ServiceUrls }>;
  /** What the last preparation said. */
  lines(): readonly string[];
  /** Runs a statement and gives the column `answer` of its first row. */
  ask(url: string, statement: string): Promise<unknown>;
}

export async function startPreparedServer(): Promise<PreparedServer> {
  const room = await mkdtemp(join(tmpdir(), 'octo-prepare-'));
  const server = await startEmbeddedPostgres({ dataDir: join(room, 'data'), password: 'superuser', durable: false });
  let lines: string[] = [];
  return {
    url: server.url,
    room,
    lines: () => lines,
    prepare: (change = {}) => {
      lines = [];
      return prepareDatabase({
        ownerUrl: server.url,
        roleDir: join(room, 'roles'),
        credentialsFile: join(room, 'credentials.json'),
        onProgress: (line) => lines.push(line),
        ...change,
      });
    },
    ask: async (url, statement) => {
      const client = await connect(url);
      try {
        const { rows } = await client.query<{ answer: unknown }>(statement);
        return rows[0]?.answer;
      } finally {
        await client.end();
      }
    },
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await rm(room, { recursive: true, force: true });
    },
  };
}

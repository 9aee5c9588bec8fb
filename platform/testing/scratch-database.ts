import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { readTestRunConfig } from './config.ts';

export interface ScratchDatabase extends AsyncDisposable {
  /** The superuser's sign-in to it. */
  url: string;
  run(statement: string): Promise<void>;
}

/** An empty database of the caller's own, gone at its end. */
export async function createScratchDatabase(): Promise<ScratchDatabase> {
  const { databaseUrl } = readTestRunConfig();
  if (!databaseUrl) throw new Error('TEST_DATABASE_URL is not set: `npm test` starts a PostgreSQL and sets it');
  const name = `octo_scratch_${randomBytes(8).toString('hex')}`;
  await runOn(databaseUrl, `create database ${name}`);
  const url = new URL(databaseUrl);
  url.pathname = name;
  return {
    url: url.href,
    run: (statement) => runOn(url.href, statement),
    [Symbol.asyncDispose]: () => runOn(databaseUrl, `drop database if exists ${name} with (force)`),
  };
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

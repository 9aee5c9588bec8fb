import type { CompiledQuery } from 'kysely';
import type { PoolClient } from 'pg';
import { attributeNames } from '../../../telemetry/names/attributes.ts';
import { type KnownStatement, knownStatements } from '../known-statements.ts';
import type { Columns } from './rows.ts';

/** A statement as one session knows it. */
export interface SessionStatement extends KnownStatement {
  /** Known once it was prepared and has answered; the server need not describe its rows again. */
  columns?: Columns;
}

/** What stays the same for as long as a session of PostgreSQL lasts. */
export interface Session {
  statementOf(query: CompiledQuery): SessionStatement;
}

const sessions = new WeakMap<PoolClient, Session>();

export function sessionOf(client: PoolClient): Session {
  const known = sessions.get(client);
  if (known) return known;
  const session = createSession(client);
  sessions.set(client, session);
  return session;
}

function createSession(client: PoolClient): Session {
  const attributes = Object.freeze({
    [attributeNames.databaseSystem]: 'postgresql',
    [attributeNames.database]: client.database ?? '',
    [attributeNames.host]: client.host,
    [attributeNames.port]: client.port,
    [attributeNames.backendPid]: backendPid(client),
  });
  return { statementOf: knownStatements(() => attributes) };
}

/** pg knows the backend's process id but does not declare it. */
function backendPid(client: PoolClient): number {
  return (client as PoolClient & { processID?: number }).processID ?? 0;
}

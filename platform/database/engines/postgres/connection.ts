import { AbortedTransactionError, CompiledQuery, type DatabaseConnection, type QueryResult } from 'kysely';
import type { PoolClient } from 'pg';
import { isDuplicateExpected } from '../../../telemetry/sql-span.ts';
import { isPrepared, marksOf } from '../../statement.ts';
import { beginStatement } from '../begin-statement.ts';
import { isConnectionLost, isDuplicate, postgresCode, translateCommitError, translateError } from './errors.ts';
import { type Session, sessionOf } from './session.ts';
import { runStatement } from './statement-run.ts';

/** One session of PostgreSQL, lent from the pool: runs a statement inside its span. */
export class PostgresConnection implements DatabaseConnection {
  readonly client: PoolClient;
  readonly #session: Session;
  isBroken = false;
  #begun: Promise<unknown> | undefined;
  #isOver = false;
  #waitedMs: number;

  /** `waitedMs` is how long the caller waited for the session. */
  constructor(client: PoolClient, waitedMs = 0) {
    this.client = client;
    this.#session = sessionOf(client);
    this.#waitedMs = waitedMs;
  }

  /** Sends BEGIN without waiting: it travels with the first statement, which fails if it failed. */
  begin(text: string): void {
    this.#isOver = false;
    this.#begun = this.client.query(text);
    this.#begun.catch((error) => this.#notice(error));
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // Of statements that were asked for side by side one may fail and end it all: what comes later would be committed by itself.
    if (this.#isOver) throw new Error('The transaction of this statement is over.');
    const statement = this.#session.statementOf(query);
    const run = beginStatement(statement, this.#waitedMs, marksOf(query));
    this.#waitedMs = 0;
    try {
      const sent = runStatement<R>(this.client, statement, {
        sql: query.sql,
        parameters: query.parameters,
        isPrepared: isPrepared(query),
      });
      if (this.#begun) await this.#awaitBegin(sent);
      const { rows, rowCount } = await sent;
      run.succeeded(rowCount);
      return { rows, numAffectedRows: BigInt(rowCount) };
    } catch (error) {
      // The trace of a failure that the socket brought would lead to the socket, and not to who asked.
      if (error instanceof Error) Error.captureStackTrace(error);
      this.#notice(error);
      run.failed(postgresCode(error), isDuplicate(error) && isDuplicateExpected());
      throw translateError(error);
    }
  }

  // biome-ignore lint/correctness/useYield: streaming is refused, every list is bounded
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Lists are bounded here; page through them instead of streaming.');
  }

  /** Ends the transaction. A failure here leaves the outcome unknown, so the session is not used again. */
  async end(text: 'commit' | 'rollback'): Promise<void> {
    this.#isOver = true;
    const run = beginStatement(this.#session.statementOf(ends[text]));
    try {
      const { command } = await this.client.query(text);
      // The server answers ROLLBACK to the commit of a transaction in which a statement failed.
      if (text === 'commit' && command !== 'COMMIT') throw new AbortedTransactionError();
      run.succeeded(0);
    } catch (error) {
      this.isBroken = true;
      run.failed(error instanceof AbortedTransactionError ? 'rolled_back' : postgresCode(error));
      throw text === 'commit' ? translateCommitError(error) : translateError(error);
    }
  }

  async #awaitBegin(sent: Promise<unknown>): Promise<void> {
    try {
      await this.#begun;
    } catch (error) {
      await sent.catch(() => undefined);
      throw error;
    } finally {
      this.#begun = undefined;
    }
  }

  #notice(error: unknown): void {
    if (isConnectionLost(error)) this.isBroken = true;
  }
}

const ends = { commit: CompiledQuery.raw('commit'), rollback: CompiledQuery.raw('rollback') };

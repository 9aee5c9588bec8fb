import type { Attributes } from '@opentelemetry/api';
import { AbortedTransactionError, CompiledQuery, type DatabaseConnection, type QueryResult } from 'kysely';
import type { PoolClient } from 'pg';
import { endSqlSpan, isDuplicateExpected, startSqlSpan } from '../../../telemetry/sql-span.ts';
import { noteOperation } from '../../operation-metrics.ts';
import { isNamed } from '../../statement.ts';
import { isConnectionLost, isDuplicate, postgresCode, translateError } from './errors.ts';
import { type Session, type SessionStatement, sessionOf } from './session.ts';
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
    const span = startSqlSpan(statement.facts.spanName, this.#attributesOf(statement));
    const startedAt = performance.now();
    try {
      const sent = runStatement<R>(this.client, statement, {
        sql: query.sql,
        parameters: query.parameters,
        isPrepared: isNamed(query),
      });
      if (this.#begun) await this.#awaitBegin(sent);
      const { rows, rowCount } = await sent;
      noteOperation(statement.facts, startedAt);
      endSqlSpan(span, { rows: rowCount });
      return { rows, numAffectedRows: BigInt(rowCount) };
    } catch (error) {
      // The trace of a failure that the socket brought would lead to the socket, and not to who asked.
      if (error instanceof Error) Error.captureStackTrace(error);
      this.#notice(error);
      const errorCode = postgresCode(error);
      const isExpected = isDuplicate(error) && isDuplicateExpected();
      noteOperation(statement.facts, startedAt, isExpected ? undefined : errorCode);
      endSqlSpan(span, { errorCode, isExpected });
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
    const { facts, attributes } = this.#session.statementOf(ends[text]);
    const span = startSqlSpan(facts.spanName, attributes);
    const startedAt = performance.now();
    try {
      const { command } = await this.client.query(text);
      // The server answers ROLLBACK to the commit of a transaction in which a statement failed.
      if (text === 'commit' && command !== 'COMMIT') throw new AbortedTransactionError();
      noteOperation(facts, startedAt);
      endSqlSpan(span, { rows: 0 });
    } catch (error) {
      this.isBroken = true;
      const errorCode = error instanceof AbortedTransactionError ? 'rolled_back' : postgresCode(error);
      noteOperation(facts, startedAt, errorCode);
      endSqlSpan(span, { errorCode });
      throw translateError(error);
    }
  }

  /** The first statement tells that it had to wait for its session. */
  #attributesOf({ attributes }: SessionStatement): Attributes {
    if (this.#waitedMs === 0) return attributes;
    const waited = { ...attributes, 'octo.db.connection_wait_ms': Math.round(this.#waitedMs * 1000) / 1000 };
    this.#waitedMs = 0;
    return waited;
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

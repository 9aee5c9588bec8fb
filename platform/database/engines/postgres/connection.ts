import type { Attributes } from '@opentelemetry/api';
import { AbortedTransactionError, type CompiledQuery, type DatabaseConnection, type QueryResult } from 'kysely';
import type { PoolClient } from 'pg';
import { endSqlSpan, startSqlSpan } from '../../../telemetry/sql-span.ts';
import { describeStatement, isNamed } from '../../statement.ts';
import { isConnectionLost, postgresCode, translateError } from './errors.ts';
import { toRows } from './rows.ts';

/** One session of PostgreSQL, lent from the pool: runs a statement inside its span. */
export class PostgresConnection implements DatabaseConnection {
  readonly client: PoolClient;
  readonly #attributes: Attributes;
  isBroken = false;
  #begun: Promise<unknown> | undefined;

  constructor(client: PoolClient, attributes: Attributes) {
    this.client = client;
    this.#attributes = attributes;
  }

  /** Sends BEGIN without waiting: it travels with the first statement, which fails if it failed. */
  begin(text: string): void {
    this.#begun = this.client.query(text);
    this.#begun.catch((error) => this.#notice(error));
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const facts = describeStatement(query);
    const span = startSqlSpan(facts, this.#attributes);
    try {
      const sent = this.client.query({
        text: query.sql,
        values: [...query.parameters],
        rowMode: 'array',
        ...(isNamed(query) ? { name: facts.sqlId } : {}),
      });
      if (this.#begun) await this.#awaitBegin(sent);
      const result = await sent;
      endSqlSpan(span, { rows: result.rowCount ?? 0 });
      return { rows: toRows<R>(result), numAffectedRows: BigInt(result.rowCount ?? 0) };
    } catch (error) {
      this.#notice(error);
      endSqlSpan(span, { errorCode: postgresCode(error) });
      throw translateError(error);
    }
  }

  // biome-ignore lint/correctness/useYield: streaming is refused, every list is bounded
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Lists are bounded here; page through them instead of streaming.');
  }

  /** Ends the transaction. A failure here leaves the outcome unknown, so the session is not used again. */
  async end(text: 'commit' | 'rollback'): Promise<void> {
    const span =
      text === 'commit'
        ? startSqlSpan({ spanName: 'COMMIT', attributes: { 'db.operation.name': 'COMMIT' } }, this.#attributes)
        : undefined;
    try {
      const { command } = await this.client.query(text);
      // The server answers ROLLBACK to the commit of a transaction in which a statement failed.
      if (text === 'commit' && command !== 'COMMIT') throw new AbortedTransactionError();
      if (span) endSqlSpan(span, { rows: 0 });
    } catch (error) {
      this.isBroken = true;
      if (span) endSqlSpan(span, { errorCode: postgresCode(error) });
      throw translateError(error);
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

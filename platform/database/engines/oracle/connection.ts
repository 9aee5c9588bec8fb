import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import { attributeNames } from '../../../telemetry/names/attributes.ts';
import { isDuplicateExpected } from '../../../telemetry/sql-span.ts';
import { marksOf, mayBePresent } from '../../statement.ts';
import { beginStatement } from '../begin-statement.ts';
import type { KnownStatement } from '../known-statements.ts';
import {
  isConnectionLost,
  isDuplicate,
  isUnanswered,
  oracleCode,
  translateCommitError,
  translateError,
} from './errors.ts';
import { cutConnection, type OracleConnection } from './oracle-client.ts';
import type { Session } from './session.ts';
import type { StatementRunner } from './statement-run.ts';
import { withinLimit } from './within-limit.ts';

/** What a session is lent with. */
export interface LentSession {
  connection: OracleConnection;
  session: Session;
  runner: StatementRunner;
  /** How long a statement may take. */
  limitMs: number;
  /** How long the caller waited for the session. */
  waitedMs: number;
}

/** One session of Oracle, lent from the pool: runs a statement inside its span. */
export class OracleDatabaseConnection implements DatabaseConnection {
  readonly connection: OracleConnection;
  readonly #session: Session;
  readonly #runner: StatementRunner;
  readonly #limitMs: number;
  #waitedMs: number;
  #transaction: 'none' | 'open' | 'failed' | 'over' = 'none';
  isBroken = false;

  constructor({ connection, session, runner, limitMs, waitedMs }: LentSession) {
    this.connection = connection;
    this.#session = session;
    this.#runner = runner;
    this.#limitMs = limitMs;
    this.#waitedMs = waitedMs;
  }

  /** A transaction begins with its first statement; only one that wants more than READ COMMITTED says so before. */
  async begin(settings: TransactionSettings): Promise<void> {
    this.#transaction = 'open';
    const text = beginText(settings);
    if (text === undefined) return;
    try {
      await this.#send(CompiledQuery.raw(text));
    } catch (error) {
      this.#notice(error);
      throw translateError(error);
    }
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // Of statements that were asked for side by side one may fail and end it all: what comes later would be committed by itself.
    if (this.#transaction === 'over') throw new Error('The transaction of this statement is over.');
    const statement = this.#session.statementOf(query);
    const run = beginStatement(statement, this.#waitedMs, marksOf(query));
    this.#waitedMs = 0;
    try {
      const { rows, rowCount } = await this.#send<R>(query);
      run.succeeded(rowCount);
      return { rows, numAffectedRows: BigInt(rowCount) };
    } catch (error) {
      // The trace of a failure that the socket brought would lead to the socket, and not to who asked.
      if (error instanceof Error) Error.captureStackTrace(error);
      const isAnswer = isDuplicate(error) && mayBePresent(query);
      if (!isAnswer) this.#notice(error);
      run.failed(oracleCode(error), isAnswer || (isDuplicate(error) && isDuplicateExpected()));
      const isUnknown = isUnanswered(error) && this.#commitsItself(statement);
      throw isUnknown ? translateCommitError(error) : translateError(error);
    }
  }

  // biome-ignore lint/correctness/useYield: streaming is refused, every list is bounded
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Lists are bounded here; page through them instead of streaming.');
  }

  /** Undoes what came after a savepoint, and with it the failure of a statement. */
  async rollbackTo(query: CompiledQuery): Promise<void> {
    await this.executeQuery(query);
    if (this.#transaction === 'failed') this.#transaction = 'open';
  }

  /** As on PostgreSQL, a transaction in which a statement failed cannot be committed, even when the work hides the failure. */
  async commit(): Promise<void> {
    const hasFailed = this.#transaction === 'failed';
    await this.#end(hasFailed ? 'rollback' : 'commit');
    if (hasFailed) throw new AbortedTransactionError();
  }

  async rollback(): Promise<void> {
    await this.#end('rollback');
  }

  /** A failure here leaves the outcome unknown, so the session is not used again. */
  async #end(text: 'commit' | 'rollback'): Promise<void> {
    if (this.#transaction === 'over') return;
    this.#transaction = 'over';
    const run = beginStatement(this.#session.statementOf(ends[text]));
    try {
      await this.#withinLimit(this.connection[text]());
      run.succeeded(0);
    } catch (error) {
      this.isBroken = true;
      run.failed(oracleCode(error));
      throw text === 'commit' ? translateCommitError(error) : translateError(error);
    }
  }

  #commitsItself({ facts }: KnownStatement): boolean {
    return this.#transaction === 'none' && !reads.has(String(facts.operation[attributeNames.operation]));
  }

  #send<R>({ sql, parameters }: CompiledQuery) {
    const autoCommit = this.#transaction === 'none';
    return this.#withinLimit(this.#runner.run<R>(this.connection, { sql, parameters, autoCommit }));
  }

  #withinLimit<T>(call: Promise<T>): Promise<T> {
    return withinLimit(call, this.#limitMs, () => {
      this.isBroken = true;
      cutConnection(this.connection);
    });
  }

  #notice(error: unknown): void {
    if (isConnectionLost(error)) this.isBroken = true;
    if (this.#transaction === 'open') this.#transaction = 'failed';
  }
}

const reads = new Set(['SELECT', 'WITH']);
const ends = { commit: CompiledQuery.raw('commit'), rollback: CompiledQuery.raw('rollback') };

/** Oracle knows two levels beside its default, and says one of them at a time. */
function beginText({ isolationLevel, accessMode }: TransactionSettings): string | undefined {
  if (accessMode === 'read only') return 'set transaction read only';
  const isDefault = isolationLevel === undefined || isolationLevel.startsWith('read ');
  return isDefault ? undefined : 'set transaction isolation level serializable';
}

import pg, { type FieldDef, type PoolClient } from 'pg';
import { type Columns, columnsOf, type RawRow, toRows } from './rows.ts';
import type { SessionStatement } from './session.ts';
import { typeParsers } from './type-parsers.ts';

export interface StatementResult<R> {
  rows: R[];
  rowCount: number;
}

/**
 * Runs a statement in a session. A prepared one whose columns are known is not described again by the server, which saves
 * both sides that part of every answer; should its columns ever change, the server refuses the prepared text by itself.
 */
export function runStatement<R>(
  client: PoolClient,
  statement: SessionStatement,
  text: { sql: string; parameters: readonly unknown[]; isPrepared: boolean },
): Promise<StatementResult<R>> {
  return new Promise((resolve, reject) => {
    const run = new StatementRun(statement, text, (error, result) => {
      if (error) return reject(error);
      try {
        resolve({ rows: run.rowsAs<R>(), rowCount: result?.rowCount ?? 0 });
      } catch (failure) {
        reject(failure);
      }
    });
    client.query(run);
  });
}

/** The steps of pg's own query that answers pass through; it does not declare them. */
class StatementRun extends pg.Query {
  readonly #statement: SessionStatement;
  readonly #isPrepared: boolean;
  readonly #raw: RawRow[] = [];
  #columns: Columns | undefined;

  constructor(
    statement: SessionStatement,
    { sql, parameters, isPrepared }: { sql: string; parameters: readonly unknown[]; isPrepared: boolean },
    callback: (error: Error | undefined, result: pg.QueryResult | undefined) => void,
  ) {
    super({ text: sql, values: [...parameters], ...(isPrepared ? { name: statement.facts.sqlId } : {}) }, callback);
    this.#statement = statement;
    this.#isPrepared = isPrepared;
    this.#columns = isPrepared ? statement.columns : undefined;
  }

  /** Called by `submit`: sends what the server has not seen yet of the statement, then its values. */
  prepare(connection: object): void {
    basePrepare.call(this, this.#columns === undefined ? connection : withoutDescribe(connection));
  }

  handleRowDescription({ fields }: { fields: FieldDef[] }): void {
    this.#columns = columnsOf(fields, typeParsers);
    if (this.#isPrepared) this.#statement.columns = this.#columns;
  }

  handleDataRow({ fields }: { fields: RawRow }): void {
    this.#raw.push(fields);
  }

  rowsAs<R>(): R[] {
    // A statement without rows, such as an update, is one without columns.
    if (this.#isPrepared) this.#statement.columns ??= noColumns;
    return this.#columns === undefined ? [] : toRows<R>(this.#columns, this.#raw);
  }
}

const noColumns: Columns = { keys: [], parsers: [] };
const basePrepare = inherited('prepare');
const undescribed = new WeakMap<object, object>();

/** The same connection, but what asks for a description of the rows sends nothing. */
function withoutDescribe(connection: object): object {
  const known = undescribed.get(connection);
  if (known) return known;
  const quiet: object = Object.create(connection, { describe: { value: () => undefined } });
  undescribed.set(connection, quiet);
  return quiet;
}

/** A step of pg's own query. */
function inherited(name: string): (this: pg.Query, connection: object) => void {
  const step: unknown = Reflect.get(pg.Query.prototype, name);
  if (typeof step !== 'function') throw new TypeError(`this version of pg has no ${name}`);
  return step as (this: pg.Query, connection: object) => void;
}

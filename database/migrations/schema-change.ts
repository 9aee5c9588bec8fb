import type { CompiledQuery, RawBuilder, SchemaModule } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';

/** One DDL statement: it can be run, or only compiled and read. */
export interface SchemaStatement {
  compile(): CompiledQuery;
  execute(): Promise<unknown>;
}

/** What a migration is made from. `statement` is for the little that the schema builder cannot say. */
export interface SchemaTools {
  schema: SchemaModule;
  types: ColumnTypes;
  statement(text: RawBuilder<unknown>): SchemaStatement;
  /**
   * What lets `contains` (see platform/database) find text inside these columns without reading every row.
   * PostgreSQL has trigrams for it; on Oracle there is none that LIKE would use, and nothing is made. On a table with
   * millions of rows, build it by hand and concurrently before the migration: it finds it then.
   */
  containsIndex(name: string, table: string, columns: readonly string[]): SchemaStatement[];
  /** A sentence about a table, a view, or a column (`table.column`), kept in the database. */
  comment(kind: CommentedKind, name: string, text: string): SchemaStatement;
}

export type CommentedKind = 'table' | 'view' | 'column';

/** A migration is a pure function: the same tools give the same statements, for either engine. */
export type SchemaChange = (tools: SchemaTools) => SchemaStatement[];

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
}

/** A migration is a pure function: the same tools give the same statements, for either engine. */
export type SchemaChange = (tools: SchemaTools) => SchemaStatement[];

import { createQueryId, InsertQueryNode, type RootOperationNode } from 'kysely';
import { OracleQueryCompiler } from './compiler.ts';
import { plainInsert } from './insert-if-absent.ts';

/** Oracle's text and binds, in order, of a statement built for any engine; throws where Oracle cannot follow. */
export function compileForOracle(node: RootOperationNode): { sql: string; parameters: readonly unknown[] } {
  const { sql, parameters } = new OracleQueryCompiler().compileQuery(inOracleForm(node), createQueryId());
  return { sql, parameters };
}

// An insertIfAbsent that ran on PostgreSQL carries that engine's form of it.
function inOracleForm(node: RootOperationNode): RootOperationNode {
  return InsertQueryNode.is(node) && node.onConflict ? plainInsert(node) : node;
}

import { type InsertQueryNode, ValuesNode } from 'kysely';
import { refuse } from './refuse.ts';

/**
 * Oracle's form of an insert that may find its row present: a plain insert whose ORA-00001 means "already there".
 * Only one row may be inserted so, since the error undoes the whole statement.
 */
export function plainInsert(node: InsertQueryNode): InsertQueryNode {
  if (node.onConflict && !node.onConflict.doNothing)
    refuse('ON CONFLICT DO UPDATE', 'update, and insertIfAbsent before it');
  const { onConflict, ...insert } = node;
  if (!node.values || !ValuesNode.is(node.values) || node.values.values.length !== 1) {
    refuse('an insert-if-absent of several rows', 'insert row by row');
  }
  return insert;
}

import {
  AliasNode,
  ColumnNode,
  DeleteQueryNode,
  IdentifierNode,
  InsertQueryNode,
  type OperationNode,
  ReferenceNode,
  type ReturningNode,
  SelectAllNode,
  TableNode,
  UpdateQueryNode,
  ValuesNode,
} from 'kysely';
import { oracleIdentifier } from './identifiers.ts';
import { OutBind } from './out-bind.ts';
import { refuse } from './refuse.ts';

const readAgain = 'read the rows again';

/** What stands before INTO, and what takes each value out. */
export interface Returned {
  readonly columns: readonly string[];
  readonly binds: readonly OutBind[];
}

/** The columns of its one table that a write hands back; throws for what only other engines return. */
export function returnedBy(write: OperationNode | undefined, { selections }: ReturningNode): Returned {
  const table = tableOf(write);
  const named = selections.map(({ selection }) => namedColumn(selection));
  const columns = named.map(({ column }) => column);
  const describedBy = `select ${columns.join(', ')} from ${table}`;
  return { columns, binds: named.map(({ name }, position) => new OutBind(name, position, describedBy)) };
}

function namedColumn(node: OperationNode): { column: string; name: string } {
  if (AliasNode.is(node) && IdentifierNode.is(node.alias)) {
    return { column: plainColumn(node.node), name: oracleIdentifier(node.alias.name) };
  }
  const column = plainColumn(node);
  return { column, name: column };
}

function plainColumn(node: OperationNode): string {
  const column = ReferenceNode.is(node) ? node.column : node;
  if (SelectAllNode.is(column)) refuse('* in RETURNING', 'name the columns');
  if (!ColumnNode.is(column)) refuse('an expression in RETURNING', 'return its columns');
  return oracleIdentifier(column.column.name);
}

function tableOf(write: OperationNode | undefined): string {
  if (write === undefined) return refuse('RETURNING on its own', readAgain);
  if (InsertQueryNode.is(write)) {
    if (!write.values || !ValuesNode.is(write.values) || write.values.values.length !== 1) {
      refuse('RETURNING of an INSERT of several rows', 'insert row by row, or make the ids first');
    }
    return plainTable(write.into);
  }
  if (UpdateQueryNode.is(write)) {
    if (write.from) refuse('RETURNING of an UPDATE … FROM', readAgain);
    return plainTable(write.table);
  }
  if (DeleteQueryNode.is(write)) return plainTable(write.from.froms[0]);
  return refuse('RETURNING of a MERGE', readAgain);
}

function plainTable(node: OperationNode | undefined): string {
  const named = node !== undefined && AliasNode.is(node) ? node.node : node;
  if (named === undefined || !TableNode.is(named)) return refuse('RETURNING of anything but a table', readAgain);
  const { schema, identifier } = named.table;
  const names = schema === undefined ? [identifier] : [schema, identifier];
  return names.map(({ name }) => oracleIdentifier(name)).join('.');
}

import {
  type DefaultInsertValueNode,
  type DeleteQueryNode,
  type InsertQueryNode,
  ListNode,
  MatchedNode,
  type MergeQueryNode,
  type OnConflictNode,
  type OnNode,
  type OperationNode,
  type ReturningNode,
  type UpdateQueryNode,
  ValuesNode,
  WhenNode,
} from 'kysely';
import { OracleAlterationCompiler } from './alteration-compiler.ts';
import { refuse, refuseParts } from './refuse.ts';
import { returnedBy } from './returning.ts';

const foreignToWrites = [
  ['with', 'WITH before a write', 'put the query into a subquery'],
  ['top', 'TOP', 'pick the rows in a subquery'],
  ['output', 'OUTPUT', 'read the rows again'],
] as const;
const foreignToChanges = [
  ...foreignToWrites,
  ['explain', 'EXPLAIN', 'use explain plan for'],
  ['limit', 'LIMIT', 'pick the rows in a subquery'],
  ['orderBy', 'ORDER BY of a write', 'pick the rows in a subquery'],
] as const;

/** INSERT, UPDATE, DELETE, MERGE. */
export class OracleWriteCompiler extends OracleAlterationCompiler {
  protected override visitInsertQuery(node: InsertQueryNode): void {
    this.refuseNestedWrite();
    refuseParts(node, [
      ...foreignToWrites,
      ['explain', 'EXPLAIN', 'use explain plan for'],
      ['replace', 'REPLACE', 'use insertIfAbsent'],
      ['orAction', 'INSERT OR …', 'use insertIfAbsent'],
      ['onDuplicateKey', 'ON DUPLICATE KEY', 'use insertIfAbsent'],
      ['defaultValues', 'DEFAULT VALUES', 'name a column'],
    ]);
    super.visitInsertQuery(node);
  }

  protected override visitDefaultInsertValue(node: DefaultInsertValueNode): void {
    const rows = this.nodeStack.find(ValuesNode.is);
    if (rows && rows.values.length > 1)
      refuse('rows of different columns in one INSERT', 'give every row every column');
    super.visitDefaultInsertValue(node);
  }

  protected override visitUpdateQuery(node: UpdateQueryNode): void {
    this.refuseNestedWrite();
    refuseParts(node, foreignToChanges);
    if (node.table && ListNode.is(node.table)) refuse('an UPDATE of several tables', 'write one statement each');
    super.visitUpdateQuery(node);
  }

  protected override visitDeleteQuery(node: DeleteQueryNode): void {
    this.refuseNestedWrite();
    refuseParts(node, [
      ...foreignToChanges,
      ['using', 'DELETE … USING', 'delete where id in (select …)'],
      ['joins', 'a joined DELETE', 'delete where id in (select …)'],
    ]);
    super.visitDeleteQuery(node);
  }

  protected override visitMergeQuery(node: MergeQueryNode): void {
    refuseParts(node, foreignToWrites);
    for (const { condition, result } of node.whens ?? []) {
      if (!MatchedNode.is(condition)) refuse('WHEN … AND in a MERGE', 'put the condition into ON or the values');
      if (condition.bySource) refuse('NOT MATCHED BY SOURCE', 'delete on its own');
      if (result?.kind === 'RawNode') refuse('DO NOTHING or DELETE in a MERGE', 'leave the branch out');
    }
    refuseRepeatedBranches(node.whens ?? []);
    super.visitMergeQuery(node);
  }

  protected override visitOn(node: OnNode): void {
    const inMerge = isMergeSource(this.parentNode);
    this.append(inMerge ? 'on (' : 'on ');
    this.visitNode(node.on);
    if (inMerge) this.append(')');
  }

  protected override visitOnConflict(_: OnConflictNode): void {
    refuse('ON CONFLICT', 'use insertIfAbsent');
  }

  protected override visitReturning(node: ReturningNode): void {
    const { columns, binds } = returnedBy(this.parentNode, node);
    this.append(`returning ${columns.join(', ')} into `);
    binds.forEach((bind, position) => {
      if (position > 0) this.append(', ');
      this.appendValue(bind);
    });
  }

  private refuseNestedWrite(): void {
    const { parentNode } = this;
    if (parentNode !== undefined && !WhenNode.is(parentNode)) refuse('a write inside a query', 'write two statements');
  }
}

// A MERGE of Oracle has one branch for rows that are there and one for those that are not.
function refuseRepeatedBranches(branches: readonly WhenNode[]): void {
  const kinds = branches.map(({ condition }) => MatchedNode.is(condition) && condition.not);
  if (new Set(kinds).size < kinds.length) refuse('several WHEN branches of one kind', 'put a case into the values');
}

function isMergeSource(node: OperationNode | undefined): boolean {
  return node !== undefined && 'joinType' in node && node.joinType === 'Using';
}

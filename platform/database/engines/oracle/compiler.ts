import {
  type CommonTableExpressionNode,
  type ExplainNode,
  type FetchNode,
  type JoinNode,
  type LimitNode,
  type OffsetNode,
  SelectAllNode,
  SelectModifierNode,
  type SelectQueryNode,
  type WithNode,
} from 'kysely';
import { refuse, refuseParts } from './refuse.ts';
import { OracleWriteCompiler } from './write-compiler.ts';

/**
 * Compiles Kysely's operation nodes to Oracle 23ai text with positional binds (:1 …).
 * It throws, naming the construct, for whatever Oracle does not take or takes with another meaning.
 */
export class OracleQueryCompiler extends OracleWriteCompiler {
  protected override visitSelectQuery(node: SelectQueryNode): void {
    refuseParts(node, [
      ['distinctOn', 'DISTINCT ON', 'use a window function'],
      ['limit', 'LIMIT', 'use fetch(n)'],
      ['top', 'TOP', 'use fetch(n)'],
      ['explain', 'EXPLAIN', 'use explain plan for'],
    ]);
    refuseLockedLimit(node);
    refuseMixedStar(node);
    super.visitSelectQuery(node);
  }

  protected override visitSelectModifier(node: SelectModifierNode): void {
    const { modifier, of } = node;
    if (modifier === 'ForShare' || modifier === 'ForKeyShare' || modifier === 'ForNoKeyUpdate') {
      refuse('a lock other than FOR UPDATE', 'use forUpdate()');
    }
    if (of?.length) refuse('FOR UPDATE OF a table', 'lock in a query of that table alone');
    super.visitSelectModifier(node);
  }

  protected override visitOffset(node: OffsetNode): void {
    super.visitOffset(node);
    this.append(' rows');
  }

  protected override visitFetch(node: FetchNode): void {
    this.append('fetch first ');
    this.visitNode(node.rowCount);
    this.append(` rows ${node.modifier}`);
  }

  protected override visitLimit(_: LimitNode): void {
    refuse('LIMIT', 'use fetch(n)');
  }

  protected override visitExplain(_: ExplainNode): void {
    refuse('EXPLAIN', 'use explain plan for');
  }

  protected override visitJoin(node: JoinNode): void {
    if (node.joinType === 'LateralInnerJoin' || node.joinType === 'LateralLeftJoin') {
      refuse('a lateral join with ON', 'use a cross join lateral or a window function');
    }
    super.visitJoin(node);
  }

  protected override visitWith(node: WithNode): void {
    const { recursive, ...plain } = node;
    if (recursive && node.expressions.some(({ name }) => name.columns === undefined)) {
      refuse('a recursive WITH without its column list', 'name the columns');
    }
    super.visitWith(plain);
  }

  protected override visitCommonTableExpression(node: CommonTableExpressionNode): void {
    if (node.materialized !== undefined) refuse('MATERIALIZED', 'leave it to the optimiser');
    super.visitCommonTableExpression(node);
  }
}

// ORA-02014: rows that were counted, grouped or combined cannot be locked.
function refuseLockedLimit(node: SelectQueryNode): void {
  const locks = node.endModifiers?.some((end) => SelectModifierNode.is(end) && end.modifier === 'ForUpdate');
  const isReduced = node.fetch ?? node.offset ?? node.groupBy ?? node.setOperations ?? distinct(node);
  if (locks && isReduced) refuse('FOR UPDATE with a row limit, DISTINCT, GROUP BY or UNION', 'claim by update');
}

function distinct(node: SelectQueryNode): SelectModifierNode | undefined {
  return node.frontModifiers?.find((front) => SelectModifierNode.is(front) && front.modifier === 'Distinct');
}

function refuseMixedStar(node: SelectQueryNode): void {
  const { selections = [] } = node;
  const hasStar = selections.some(({ selection }) => SelectAllNode.is(selection));
  if (hasStar && selections.length > 1) refuse('* beside other columns', 'select table.*');
}
